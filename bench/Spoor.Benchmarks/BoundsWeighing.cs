using BenchmarkDotNet.Attributes;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Bounds of every destination of a trace that nothing stops; the time is that of all of them.</summary>
[MemoryDiagnoser]
public class BoundsWeighing
{
    private MemoryTransferStore _store = new();
    private Trace? _trace;

    [Params(1_000, 10_000, 50_000)]
    public int Transfers { get; set; }

    /// <summary>Few addresses mix everything with everything; many hand it on.</summary>
    [Params(10, 100)]
    public int TransfersPerAddress { get; set; }

    [GlobalSetup]
    public void Load()
    {
        List<Transfer> transfers = [.. new SyntheticChain(Transfers, Transfers / TransfersPerAddress, 1).All()];
        _store = MemoryTransferStore.Load(transfers);
        TraceRequest request = new()
        {
            Rule = TaintRule.Haircut,
            Claims = [new TheftClaim.ByTransaction(SyntheticChain.Chain, transfers[0].Tx)],
            Stops = StopRules.None,
        };
        _trace = Tracer.Run(_store, request);
    }

    [Benchmark]
    public int Weigh() => TaintBounds.Of(_store, _trace!).Destinations.Count;
}
