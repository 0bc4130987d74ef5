using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>Measures a footprint against what is known of a case.</summary>
/// <remarks>
/// Labels: the definitions of DynamicTTR (wuzhy1ng). With T transits, S services, V visited: recall |V∩T|/|T|,
/// precision tp/(tp+fp) and false-positive rate fp/(fp+|V∩S|), where tp = |T∩(V∖S)| and fp = |V∖T∖S|.
/// </remarks>
public static class Scorer
{
    /// <param name="reachable">
    /// What the true flows alone lead to, see <see cref="PoisonReach"/>; asked of cases with flows only. A flow outside of it
    /// that a detour through background traffic leads to, such as the theft itself, is not counted as found.
    /// </param>
    public static TracingScore Score(CaseTruth truth, string rule, Footprint found, Footprint? reachable) => truth switch
    {
        CaseTruth.ByFlows flows => Score(flows, rule, found, reachable),
        CaseTruth.ByLabels labels => Score(labels, rule, found),
        _ => throw new ArgumentException($"Expected flows or labels, found {truth.GetType().Name}.", nameof(truth)),
    };

    private static TracingScore Score(CaseTruth.ByFlows truth, string rule, Footprint found, Footprint? reachable)
    {
        var addresses = truth.Addresses();
        int trueVisited = found.Visited.Count(addresses.Contains);
        var value = Value(truth.Flows);
        return new()
        {
            Case = truth.Name,
            Rule = rule,
            AddressRecall = Ratio.Of(trueVisited, addresses.Count),
            TerminalRecall = Ratio.Of(
                truth.Terminals.Count(one => addresses.Contains(one) && found.Visited.Contains(one)),
                truth.Terminals.Count(addresses.Contains)),
            ValueCoverage = Ratio.Of(Value(truth.Flows.Where(flow => found.Carried.Contains(flow) && reachable?.Carried.Contains(flow) != false)), value),
            Reachable = reachable is null ? null : Ratio.Of(Value(truth.Flows.Where(reachable.Carried.Contains)), value),
            Precision = Ratio.Of(trueVisited, found.Visited.Count),
            Nodes = found.Visited.Count,
        };
    }

    private static TracingScore Score(CaseTruth.ByLabels truth, string rule, Footprint found)
    {
        int transits = found.Visited.Count(truth.Transits.Contains);
        int services = found.Visited.Count(truth.Targets.Contains);
        int strangers = found.Visited.Count(one => !truth.Transits.Contains(one) && !truth.Targets.Contains(one));
        int certain = found.Visited.Count(one => truth.Transits.Contains(one) && !truth.Targets.Contains(one));
        return new()
        {
            Case = truth.Name,
            Rule = rule,
            AddressRecall = Ratio.Of(transits, truth.Transits.Count),
            Precision = Ratio.Of(certain, certain + strangers),
            FalsePositiveRate = Ratio.Of(strangers, strangers + services),
            Nodes = found.Visited.Count,
        };
    }

    private static UInt128 Value(IEnumerable<Transfer> flows) =>
        flows.Aggregate(UInt128.Zero, (sum, flow) => sum + flow.Amount.Units);
}
