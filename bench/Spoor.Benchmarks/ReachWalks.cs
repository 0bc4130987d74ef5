using BenchmarkDotNet.Attributes;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Time-respecting reach from one address in a graph of a million transfers, the mean of twenty.</summary>
[MemoryDiagnoser]
public class ReachWalks
{
    private TransferGraph _graph = TransferGraph.Of([]);
    private ReachSeed[][] _seeds = [];

    [Params(3, 5, 20)]
    public int Hops { get; set; }

    [GlobalSetup]
    public void Build()
    {
        List<Transfer> transfers = [.. new SyntheticChain(1_000_000, 300_000, 1).All()];
        _graph = TransferGraph.Of(transfers);
        _seeds = [.. transfers.Take(20).Select(transfer => new[] { new ReachSeed(transfer.To!.Value) })];
    }

    [Benchmark(OperationsPerInvoke = 20)]
    public int From() => _seeds.Sum(seeds => Reach.From(_graph, seeds, Hops).Count);
}
