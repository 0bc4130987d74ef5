using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>The judge of a back-test, on a history small enough to count by hand.</summary>
public sealed class BacktestRunTests
{
    private readonly MadeExchange _exchange = new(7);
    private readonly Address _thief;

    public BacktestRunTests()
    {
        _thief = _exchange.Made();
    }

    [Fact]
    public void The_first_alert_says_what_was_lost_by_then_and_what_was_still_there()
    {
        var first = Steal(0, 200_000m);
        var second = Steal(1, 300_000m);
        Steal(2, 500_000m);

        var outcome = Assert.Single(Judge(Speak(second, first, second)).Outcomes);

        Assert.Equal(3, outcome.TheftTransactions);
        Assert.Equal(UsdValue.OfDollars(1_000_000), outcome.Stolen);
        Assert.Equal(2, outcome.Alert!.TheftTransaction);
        Assert.Equal(2, outcome.Alert.AfterFloor);
        Assert.Equal(UsdValue.OfDollars(500_000), outcome.Alert.Lost);
        Assert.Equal(UsdValue.OfDollars(500_000), outcome.Alert.StillThere);
        Assert.Equal(TimeSpan.FromMinutes(1), outcome.Alert.Delay);
        Assert.Equal(5, outcome.Alert.Blocks);
    }

    [Fact]
    public void A_test_payment_below_the_floor_counts_as_a_transaction_but_not_above_the_floor()
    {
        Steal(0, 10m);
        var second = Steal(1, 300_000m);

        var outcome = Assert.Single(Judge(Speak(second, second)).Outcomes);

        Assert.Equal(2, outcome.Alert!.TheftTransaction);
        Assert.Equal(1, outcome.Alert.AfterFloor);
    }

    [Fact]
    public void An_alert_that_rests_on_no_theft_is_false_and_a_theft_without_one_is_missed()
    {
        Steal(0, 200_000m);
        var other = _exchange.Move(At(60), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 5_000m);

        var outcome = Judge(Speak(other, other));

        Assert.Equal("no alert reached the threshold", Assert.Single(outcome.Outcomes).Missed);
        Assert.Equal(other, Assert.Single(outcome.Owners[0].FalseAlerts).Tx);
        Assert.Equal(0, outcome.Found);
    }

    [Fact]
    public void An_alert_that_began_before_the_theft_is_false_and_its_update_finds_nothing()
    {
        var honest = _exchange.Move(At(-60), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 400_000m);
        var theft = Steal(0, 200_000m);

        var outcome = Judge([(honest, AlertClass.Drain, [honest]), (theft, AlertClass.Drain, [honest, theft])]);

        Assert.Equal(honest, Assert.Single(outcome.Owners[0].FalseAlerts).Tx);
        Assert.Equal("only an alert that had begun without it went on", Assert.Single(outcome.Outcomes).Missed);
    }

    [Fact]
    public void Planned_movements_internal_ones_and_rescues_wake_nobody()
    {
        var first = Steal(0, 200_000m);

        foreach (var kind in new[] { AlertClass.Planned, AlertClass.Internal, AlertClass.Rescue })
        {
            var outcome = Judge(Speak(first, kind, first));

            Assert.Equal(0, outcome.Alerts);
            Assert.Null(Assert.Single(outcome.Outcomes).Alert);
        }
    }

    [Fact]
    public void Wallet_months_are_those_in_which_a_wallet_sent_something()
    {
        _exchange.Move(At(0), _exchange.Deposits, _exchange.Hot, MadeExchange.Usdc, 1m);
        _exchange.Move(At(60 * 24 * 20), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 1m);
        _exchange.Move(At(60 * 24 * 40), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 1m);

        var owner = Assert.Single(Judge([]).Owners);

        // The deposit wallet and the hot wallet in January, the hot wallet in February.
        Assert.Equal(3, owner.WalletMonths);
        Assert.Equal(3, owner.Sendings);
    }

    [Fact]
    public void A_watch_is_told_of_a_recipient_only_what_came_before_the_block()
    {
        var seen = new List<long?>();
        Steal(0, 1m);
        Steal(1, 1m);
        Steal(2, 1m);
        var watch = new Scripted([], _thief, seen);

        BacktestRun.Run(watch, BlockReplay.Of(_exchange.Transfers).Blocks, Case([]));

        Assert.Equal([null, 1, 2], seen);
    }

    [Fact]
    public void What_was_published_of_a_recipient_stands_until_it_moves()
    {
        var history = new ReplayHistory(new Dictionary<AccountOnChain, RecipientHistory> { [new(MadeExchange.Ethereum, _thief)] = new() { Nonce = 0, HasCode = false } });
        Steal(0, 1m);
        var block = Assert.Single(BlockReplay.Of(_exchange.Transfers).Blocks);

        Assert.Equal(new() { Nonce = 0, HasCode = false }, history.Before(block, [_thief])[_thief]);

        history.Enter(block);
        Assert.Equal(new() { Movements = 1, First = block.Time, KnownFrom = block.Time }, history.Before(block, [_thief])[_thief]);
    }

    [Fact]
    public void A_truth_about_somebody_who_is_not_watched_is_refused()
    {
        Steal(0, 1m);

        var fault = Assert.Throws<FormatException>(() => BacktestRun.Run(
            new Scripted([], null, []), BlockReplay.Of(_exchange.Transfers).Blocks, Case([Truth() with { Owner = "Nobody" }])));

        Assert.Contains("'Nobody'", fault.Message, StringComparison.Ordinal);
    }

    private TxHash Steal(int minute, decimal dollars) => _exchange.Move(At(minute), _exchange.Hot, _thief, MadeExchange.Usdc, dollars);

    private static DateTimeOffset At(int minutes) => MadeExchange.Opened.AddMinutes(minutes);

    private BacktestResult Judge(IReadOnlyList<(TxHash At, AlertClass Class, TxHash[] Transactions)> script) =>
        BacktestRun.Run(new Scripted(script, null, []), BlockReplay.Of(_exchange.Transfers).Blocks, Case([Truth()]));

    private BacktestCase Case(IReadOnlyList<TheftTruth> truths) => new()
    {
        Watch = new([_exchange.Owner]),
        Transfers = _exchange.Transfers,
        Truths = truths,
        Prices = MadeExchange.Prices,
    };

    private TheftTruth Truth() => new()
    {
        Incident = "made",
        Owner = _exchange.Name,
        Thieves = new HashSet<AccountOnChain> { new(MadeExchange.Ethereum, _thief) },
        From = MadeExchange.Opened,
        Until = MadeExchange.Opened.AddDays(1),
        Source = "made",
    };

    private static (TxHash At, AlertClass Class, TxHash[] Transactions)[] Speak(TxHash at, params TxHash[] transactions) => Speak(at, AlertClass.Drain, transactions);

    private static (TxHash At, AlertClass Class, TxHash[] Transactions)[] Speak(TxHash at, AlertClass kind, params TxHash[] transactions) => [(at, kind, transactions)];

    /// <summary>Says what it was told to say, and notes what it is told of one address.</summary>
    private sealed class Scripted(IReadOnlyList<(TxHash At, AlertClass Class, TxHash[] Transactions)> script, Address? asks, List<long?> seen) : IReplayedWatch
    {
        public string Name => "scripted";

        public IReadOnlyCollection<Address> Unfamiliar(Block block) => asks is { } address ? [address] : [];

        public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories)
        {
            seen.AddRange(histories.Values.Select(history => history.Movements));
            return [.. script.SelectMany(said => block.Transfers.Where(transfer => transfer.Tx == said.At).Select(transfer => Notice(said.Class, transfer, said.Transactions)))];
        }

        private static AlertNotice Notice(AlertClass kind, Transfer transfer, IReadOnlyList<TxHash> transactions) => new()
        {
            Alert = "one",
            Number = 1,
            Stage = AlertStage.Start,
            Class = kind,
            Severity = kind is AlertClass.Drain ? AlertSeverity.Critical : AlertSeverity.Info,
            Owner = "Exchange 7",
            Chain = transfer.Chain,
            At = transfer.Position,
            Time = transfer.Time,
            Tx = transfer.Tx,
            Score = 0,
            Signals = [],
            Headline = "scripted",
            Gone = UsdValue.Zero,
            AtRisk = UsdValue.Zero,
            Block = [],
            Transactions = transactions,
        };
    }
}
