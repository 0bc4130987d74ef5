using Spoor.Detection;
using Spoor.Detection.Backtest;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>An exchange's own withdrawal log over its made business: what it did not order alerts at once, what it ordered never.</summary>
public sealed class ReplayedWithdrawalTests
{
    private const int Days = 40;

    [Theory]
    [InlineData(101, 100_001)]
    [InlineData(102, 150_000)]
    [InlineData(103, 2_000_000)]
    public void An_outflow_without_an_entry_alerts_at_once_even_to_a_customer_of_old(int seed, int dollars)
    {
        var exchange = Business(seed);
        var ordered = Log(exchange);
        var stolen = exchange.Move(Evening(Days), exchange.Hot, exchange.Customer(), MadeExchange.Usdc, dollars);

        var alert = Assert.Single(Replay(exchange, ordered).Owners[0].FalseAlerts);

        Assert.Equal(stolen, alert.Tx);
        Assert.Equal("the owner's withdrawal log has no entry for it", alert.HardRule);
    }

    [Theory]
    [InlineData(104)]
    [InlineData(105)]
    [InlineData(106)]
    public void A_whale_whose_withdrawal_has_its_entry_wakes_nobody_whatever_it_takes(int seed)
    {
        var exchange = Business(seed);
        for (int day = 0; day < 3; day++)
        {
            exchange.Move(Evening(Days + day), exchange.Hot, exchange.Made(), MadeExchange.Assets[day], exchange.Held(MadeExchange.Assets[day]) * 0.9m);
        }

        Assert.Empty(Replay(exchange, Log(exchange)).Owners[0].FalseAlerts);
        Assert.NotEmpty(Replay(exchange, []).Owners[0].FalseAlerts);
    }

    [Fact]
    public void A_log_of_an_owner_who_is_not_watched_is_refused()
    {
        var exchange = Business(107);
        var ordered = Log(exchange).Select(withdrawal => withdrawal with { Owner = "Nobody" }).ToList();

        var fault = Assert.Throws<FormatException>(() => Replay(exchange, ordered));

        Assert.Contains("'Nobody'", fault.Message, StringComparison.Ordinal);
    }

    private static MadeExchange Business(int seed)
    {
        var exchange = new MadeExchange(seed);
        exchange.Trade(0, Days);
        return exchange;
    }

    private static DateTimeOffset Evening(int day) => MadeExchange.Opened.AddDays(day).AddHours(20);

    // What left the hot wallet for somebody else, as the exchange itself would have written it a minute before.
    private static List<Withdrawal> Log(MadeExchange exchange) =>
    [
        .. exchange.Transfers.Where(transfer => transfer.From == exchange.Hot && transfer.To is { } to && to != exchange.Cold).Select((transfer, i) => new Withdrawal
        {
            Id = $"w-{i}",
            Owner = exchange.Name,
            Ordered = transfer.Time.AddMinutes(-1),
            Asset = transfer.Asset,
            Amount = transfer.Amount,
            To = transfer.To!.Value,
        }),
    ];

    private static BacktestResult Replay(MadeExchange exchange, IReadOnlyList<Withdrawal> ordered)
    {
        var known = new BacktestCase
        {
            Watch = new([exchange.Owner]),
            Transfers = exchange.Transfers,
            Truths = [],
            Prices = MadeExchange.Prices,
            Withdrawals = ordered,
        };
        return BacktestRun.Run(ReplayedDetector.Of("Spoor", known.Watch, known), BlockReplay.Of(known.Transfers).Blocks, known);
    }
}
