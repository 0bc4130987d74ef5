using Spoor.Detection.Owners;

namespace Spoor.Detection.Signals;

/// <summary>S6: holdings on several chains emptied, or the same address paid on several chains, within two hours.</summary>
internal sealed class ChainsSignal : ISignal
{
    private static readonly int Drained = SignalWeights.Builtin.Of("chains-drained");
    private static readonly int Same = SignalWeights.Builtin.Of("chains-same");

    public SignalKind Kind => SignalKind.Chains;

    public Reading Measure(Scene scene)
    {
        if (scene.Share.Thousandths >= scene.Policy.DrainShare && ChainsDrained(scene) is >= 2 and var drained)
        {
            return new(true, Drained, drained);
        }

        int same = scene.Main.To is null ? 1 : ChainsPaid(scene);
        return same >= 2 ? new(true, Same, same) : new(false, 0, Math.Max(1, same));
    }

    public Signal Tell(Scene scene, Reading reading)
    {
        var outflows = scene.Within(OwnerState.OutflowWindow).ToArray()
            .Where(outflow => IsDrained(scene, outflow) || outflow.Payouts.Any(payout => payout.To is not null && payout.To == scene.Main.To)).ToList();
        string chains = string.Join(", ", outflows.Select(outflow => Words.ChainName(outflow.Chain)).Distinct());
        return new()
        {
            Kind = Kind,
            Weight = reading.Weight,
            Value = reading.Speaks == true ? chains : "1 chain",
            Threshold = "2 chains within 2 hours",
            Speaks = reading.Speaks,
            Words = reading.Speaks == true ? "It happens on several chains at once." : "It happens on one chain.",
            Evidence = [.. outflows.Select(outflow => outflow.Tx).TakeLast(16)],
        };
    }

    // A customer may be paid on two chains within two hours; each payment counts that is large, or where nobody knows a past of the recipient.
    private static int ChainsPaid(Scene scene)
    {
        bool isNew = scene.Freshness.Grade >= Freshness.Young;
        return scene.Paid(OwnerState.OutflowWindow).Where(paid => isNew || paid.Payout.Usd is not { } usd || usd >= scene.Policy.Floor)
            .Select(paid => paid.Outflow.Chain).Distinct().Count();
    }

    private static int ChainsDrained(Scene scene) =>
        scene.Within(OwnerState.OutflowWindow).ToArray().Where(outflow => IsDrained(scene, outflow)).Select(outflow => outflow.Chain).Distinct().Count();

    private static bool IsDrained(Scene scene, RecentOutflow outflow) =>
        outflow.Tx == scene.Step.Tx ? scene.Share.Thousandths >= scene.Policy.DrainShare : outflow.Share >= scene.Policy.DrainShare;
}
