using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>A threshold chosen from the other thefts, and what it does with the one left out.</summary>
public sealed class LeftOutTests
{
    [Fact]
    public void A_theft_that_only_a_low_threshold_finds_is_missed_when_the_others_choose()
    {
        var curve = new[] { Point(500, 2, ("easy", 0), ("faint", 1)), Point(2_000, 1, ("easy", 1), ("faint", null)) };

        Assert.Equal([new LeftOut("easy", 500, true, true), new LeftOut("faint", 2_000, false, false)], LeftOut.Of(curve));
    }

    [Fact]
    public void A_theft_told_late_is_found_but_not_by_the_second()
    {
        var curve = new[] { Point(500, 1, ("easy", 0), ("slow", 7)) };

        Assert.Equal(new LeftOut("slow", 500, true, false), LeftOut.Of(curve)[1]);
    }

    [Fact]
    public void A_threshold_with_more_than_one_false_alert_a_wallet_year_is_not_chosen()
    {
        var curve = new[] { Point(500, 13, ("one", 0), ("two", 0)) };

        Assert.All(LeftOut.Of(curve), left => Assert.Null(left.Threshold));
    }

    // Twelve wallets for a year each would allow twelve false alerts.
    private static ThresholdPoint Point(int threshold, int falseAlerts, params (string Incident, int? InEarlierBlocks)[] thefts) => new(threshold, new()
    {
        Watch = "made",
        Outcomes = [.. thefts.Select(theft => Outcome(theft.Incident, theft.InEarlierBlocks))],
        Owners = [new() { Owner = "quiet", IsVictim = false, WalletMonths = 144, Sendings = 144, FalseAlerts = [.. Enumerable.Range(0, falseAlerts).Select(i => new FalseAlert($"{i}", MadeExchange.Opened, MadeExchange.Ethereum, default, "", 0, ""))] }],
        Alerts = 0,
        AlertedTransactions = 0,
    });

    private static IncidentOutcome Outcome(string incident, int? inEarlierBlocks)
    {
        var place = new ReplayPlace(MadeExchange.Ethereum, 1, 0, 0, MadeExchange.Opened, default);
        return new()
        {
            Truth = new() { Incident = incident, Owner = "made", Thieves = new HashSet<AccountOnChain>(), From = MadeExchange.Opened, Until = MadeExchange.Opened, Source = "made" },
            First = place,
            TheftTransactions = 9,
            Stolen = UsdValue.Zero,
            Unpriced = 0,
            Alert = inEarlierBlocks is not { } earlier ? null : new()
            {
                At = place,
                TheftTransaction = earlier + 1,
                InEarlierBlocks = earlier,
                AfterFloor = 1,
                Blocks = 0,
                Delay = TimeSpan.Zero,
                Notice = new()
                {
                    Alert = "one",
                    Number = 1,
                    Stage = AlertStage.Start,
                    Class = AlertClass.Drain,
                    Severity = AlertSeverity.High,
                    Owner = "made",
                    Chain = place.Chain,
                    At = default,
                    Time = place.Time,
                    Tx = place.Tx,
                    Score = 0,
                    Signals = [],
                    Headline = "",
                    Gone = UsdValue.Zero,
                    AtRisk = UsdValue.Zero,
                    Block = [],
                    Transactions = [],
                },
                Lost = UsdValue.Zero,
                StillThere = UsdValue.Zero,
            },
        };
    }
}
