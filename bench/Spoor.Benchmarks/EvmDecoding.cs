using BenchmarkDotNet.Attributes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Answers of a node about blocks of Ethereum's size as transfers: one block after the other, and two side by side; the time is that of one transfer.</summary>
/// <remarks>The blocks are made up: see <see cref="SyntheticAnswers"/> for their shape.</remarks>
[MemoryDiagnoser]
public class EvmDecoding
{
    private const int Blocks = 16;
    private const int TransfersPerBlock = SyntheticAnswers.TransfersPerBlock;

    private static readonly Chain Ethereum = ChainRegistry.Find("ethereum");
    private static readonly ParallelOptions TwoCores = new() { MaxDegreeOfParallelism = 2 };

    private EvmRawBlock[] _blocks = [];

    /// <summary>Whether the node keeps traces, which are three quarters of the bytes.</summary>
    [Params(false, true)]
    public bool Traces { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _blocks = [.. Enumerable.Range(0, Blocks).Select(number => SyntheticAnswers.Block(number, Traces))];
        foreach (var raw in _blocks)
        {
            int found = EvmDecoder.Decode(raw, Ethereum).Transfers.Count;
            int expected = TransfersPerBlock - (Traces ? 0 : SyntheticAnswers.CallsWithValuePerBlock);
            if (found != expected)
            {
                throw new InvalidOperationException($"Expected {expected} transfers of a synthetic block, found {found}.");
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Blocks * TransfersPerBlock)]
    public long OneCore()
    {
        long transfers = 0;
        foreach (var raw in _blocks)
        {
            transfers += EvmDecoder.Decode(raw, Ethereum).Transfers.Count;
        }

        return transfers;
    }

    [Benchmark(OperationsPerInvoke = Blocks * TransfersPerBlock)]
    public long TwoCoresSideBySide()
    {
        long transfers = 0;
        Parallel.ForEach(_blocks, TwoCores, raw => Interlocked.Add(ref transfers, EvmDecoder.Decode(raw, Ethereum).Transfers.Count));
        return transfers;
    }
}
