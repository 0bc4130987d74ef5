using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>A case with known flows and everything around it, ready to be traced again and again.</summary>
public sealed class KnownCase
{
    /// <param name="truth">What experts found.</param>
    /// <param name="transfers">The flows, and whatever traffic there is around them.</param>
    public KnownCase(CaseTruth.ByFlows truth, IReadOnlyList<Transfer> transfers)
    {
        (Truth, Transfers) = (truth, transfers);
        Store = MemoryTransferStore.Load(transfers);
        Reachable = PoisonReach.From(MemoryTransferStore.Load(truth.Flows), truth.Chain, truth.Sources, new HashSet<Address>());
    }

    public CaseTruth.ByFlows Truth { get; }

    public IReadOnlyList<Transfer> Transfers { get; }

    public MemoryTransferStore Store { get; }

    /// <summary>What the true flows alone lead to.</summary>
    public Footprint Reachable { get; }

    /// <summary>The score of a haircut trace that sets irrelevant payments aside.</summary>
    public TracingScore Score(RelevanceRule rule, CancellationToken cancellation)
    {
        var trace = Tracer.Run(Store, CaseTrace.Request(Truth, rule), cancellation);
        return Scorer.Score(Truth, TracingMethod.ByRelevance.Word, Footprint.Of(trace), Reachable);
    }
}
