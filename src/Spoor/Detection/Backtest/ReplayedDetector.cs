using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>The drain detector itself under a back-test.</summary>
/// <param name="ordered">What the owners ordered, if they say so; each entry is told when its time has come.</param>
public sealed class ReplayedDetector(string name, DrainDetector detector, IReadOnlyList<Withdrawal>? ordered = null) : IReplayedWatch
{
    private readonly Queue<Withdrawal> _ordered = new((ordered ?? []).OrderBy(withdrawal => withdrawal.Ordered));

    public string Name => name;

    /// <summary>What the detector cannot speak of by what it was shown.</summary>
    public Blindness Blindness => detector.Blindness(null);

    /// <summary>The detector over a watch list and what is known of the case; owners whose log is given reconcile with it.</summary>
    /// <exception cref="FormatException">The log names an owner that is not watched.</exception>
    public static ReplayedDetector Of(string name, WatchList watch, BacktestCase known)
    {
        var logged = known.Withdrawals.Select(withdrawal => withdrawal.Owner).ToHashSet();
        string? stranger = logged.Order(StringComparer.Ordinal).FirstOrDefault(owner => !watch.Owners.Any(watched => watched.Name == owner));
        if (stranger is not null)
        {
            throw new FormatException($"The withdrawal log names the owner '{stranger}', whom the watch file does not name; write the same name in both.");
        }

        WatchList reconciling = new([.. watch.Owners.Select(owner => logged.Contains(owner.Name) ? owner with { Policy = owner.Policy with { ReconcilesWithdrawals = true } } : owner)]);
        return new(name, new(reconciling, known.Prices), known.Withdrawals);
    }

    /// <inheritdoc cref="DrainDetector.Gauges"/>
    public IReadOnlyList<WalletGauge> Gauges(int most) => detector.Gauges(most);

    public IReadOnlyCollection<Address> Unfamiliar(Block block) => detector.Unfamiliar(block);

    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        List<AlertNotice> told = [];
        while (_ordered.TryPeek(out var next) && next.Ordered <= block.Time)
        {
            told.AddRange(detector.Expect(_ordered.Dequeue()));
        }

        // History is final: nothing of it is taken back.
        told.AddRange(detector.Apply(block, histories, block.Height));
        return told;
    }
}
