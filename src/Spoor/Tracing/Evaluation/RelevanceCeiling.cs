namespace Spoor.Tracing.Evaluation;

/// <summary>What a trace that knows the truth reaches: it follows the true addresses, however little they get, and nobody else.</summary>
/// <param name="Known">Its score when it lists none of the strangers it meets.</param>
/// <param name="Strangers">Those whom a true address paid with tainted money: real flows, which every rule that conserves has to carry.</param>
public sealed record RelevanceCeiling(TracingScore Known, int Strangers)
{
    /// <summary>The best precision of a trace that lists everybody who received something of the theft.</summary>
    public Ratio? PrecisionOfListing => Ratio.Of(Known.Nodes, Known.Nodes + Strangers);

    public static RelevanceCeiling Of(KnownCase known)
    {
        var addresses = known.Truth.Addresses();
        var footprint = Footprint.Of(RelevanceSamples.TruthOf(known));
        var visited = footprint.Visited.Where(addresses.Contains).ToHashSet();
        var score = Scorer.Score(known.Truth, "truth", footprint with { Visited = visited }, known.Reachable);
        return new(score, footprint.Visited.Count - visited.Count);
    }
}
