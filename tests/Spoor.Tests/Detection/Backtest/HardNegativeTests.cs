using Spoor.Detection;
using Spoor.Detection.Backtest;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>What is not a drain must not cry like one: made exchanges, two months each.</summary>
public sealed class HardNegativeTests(ITestOutputHelper output)
{
    // Weights and thresholds were chosen with seeds 1 to 4 in view; these were not looked at before.
    private const int FirstSeed = 101;
    private const int Seeds = 10;

    public static TheoryData<string> Stories => [.. HardNegatives.All.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_hard_negative_cries_no_more_than_once_in_a_wallet_year(string story)
    {
        var outcomes = Enumerable.Range(FirstSeed, Seeds).Select(seed => Replay(HardNegatives.All[story](seed))).ToList();
        int months = outcomes.Sum(outcome => outcome.WalletMonths);
        int alerts = outcomes.Sum(outcome => outcome.FalseAlerts);
        output.WriteLine($"{story}: {alerts} false alerts in {months} wallet-months, {outcomes.Sum(outcome => outcome.Owners[0].Sendings)} sendings");
        foreach (var alert in outcomes.SelectMany(outcome => outcome.Owners[0].FalseAlerts))
        {
            output.WriteLine($"  {alert.Time:u} {alert.Score} {alert.HardRule} {alert.Headline}");
        }

        Assert.True(alerts * 12 <= months, $"{story}: {alerts} false alerts in {months} wallet-months.");
    }

    [Fact]
    public void A_migration_that_nobody_announced_is_alerted_because_a_drain_looks_the_same()
    {
        var (exchange, owner) = HardNegatives.All["business alone"](9);
        var fresh = exchange.Made();
        var at = HardNegatives.Empty(exchange, fresh);

        var outcome = Replay((exchange, owner));

        var alert = Assert.Single(outcome.Owners[0].FalseAlerts);
        Assert.InRange(alert.Time, at.AddMinutes(-1), at.AddMinutes(1));
    }

    private static BacktestResult Replay((MadeExchange Exchange, WatchedOwner Owner) told)
    {
        var known = new BacktestCase
        {
            Watch = new([told.Owner]),
            Transfers = told.Exchange.Transfers,
            Truths = [],
            Prices = MadeExchange.Prices,
        };
        return BacktestRun.Run(new ReplayedDetector("Spoor", new(known.Watch, known.Prices)), BlockReplay.Of(known.Transfers).Blocks, known);
    }
}
