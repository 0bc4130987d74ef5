using BenchmarkDotNet.Attributes;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>A trace that nothing stops over a chain where taint soon is everywhere; the time is that of one transfer.</summary>
[MemoryDiagnoser]
public class EngineStep
{
    private const int Transfers = 20_000;

    private MemoryTransferStore _store = new();
    private TraceRequest? _request;

    // Rules that spread taint: nearly every transfer is settled. Under FIFO most accounts sleep.
    [Params("haircut", "poison")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        List<Transfer> transfers = [.. new SyntheticChain(Transfers, 500, 1).All()];
        _store = MemoryTransferStore.Load(transfers);
        _request = new()
        {
            Rule = TaintRule.Find(Rule),
            Claims = [new TheftClaim.ByTransaction(SyntheticChain.Chain, transfers[0].Tx)],
            Stops = StopRules.None,
        };
    }

    [Benchmark(OperationsPerInvoke = Transfers)]
    public int Trace() => Tracer.Run(_store, _request!).Transfers.Count;
}
