using BenchmarkDotNet.Attributes;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>A million transfers made into a graph.</summary>
[MemoryDiagnoser]
public class GraphBuild
{
    private List<Transfer> _transfers = [];

    [GlobalSetup]
    public void Draw() => _transfers = [.. new SyntheticChain(1_000_000, 300_000, 1).All()];

    [Benchmark]
    public int Of() => TransferGraph.Of(_transfers).PaymentCount;
}
