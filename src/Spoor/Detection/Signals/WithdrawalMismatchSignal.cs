using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>The exchange's own withdrawal log has no entry for the outflow: the strongest signal, and only the exchange can give it.</summary>
internal sealed class WithdrawalMismatchSignal : ISignal
{
    private static readonly int Mismatch = SignalWeights.Builtin.Of("ledger-mismatch");
    private static readonly int Match = SignalWeights.Builtin.Of("ledger-match");

    public SignalKind Kind => SignalKind.WithdrawalMismatch;

    public Reading Measure(Scene scene) => scene.Unordered switch
    {
        null => Reading.Unknown,
        { Count: 0 } => new(false, Match),
        var unordered => new(true, Mismatch, unordered.Count),
    };

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = reading.Speaks switch
        {
            null => scene.Policy.ReconcilesWithdrawals ? "the outflow may still wait for its entry" : "the owner gives no withdrawal log",
            false => "every payment has its entry",
            true => $"{Words.Count(reading.Measured, "payment", "payments")} without an entry, worth {Words.Usd(UsdValue.Sum((scene.Unordered ?? []).Select(payout => payout.Usd).OfType<UsdValue>()))}",
        },
        Threshold = scene.Policy.WithdrawalGrace == TimeSpan.Zero ? "an entry at once" : $"an entry within {scene.Policy.WithdrawalGrace.TotalMinutes:0} minutes",
        Speaks = reading.Speaks,
        Words = reading.Speaks switch
        {
            null => "It could not be compared with the owner's own withdrawal log.",
            false => "The owner ordered it.",
            true => "The owner's own log has no such withdrawal.",
        },
        Evidence = [scene.Step.Tx],
    };
}
