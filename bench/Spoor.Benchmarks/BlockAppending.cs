using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Blocks of 100 transfers into a store on disk that holds a million already; the time is that of one block.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 5, warmupCount: 1)]
public class BlockAppending : IDisposable
{
    private const int Held = 1_000_000;
    private const int Blocks = 200;

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-bench-").FullName;
    private List<Block> _next = [];
    private DuckDbTransferStore? _store;
    private BlockHeader? _tip;

    [GlobalSetup]
    public async Task FillAsync()
    {
        var blocks = AsBlocks(new SyntheticChain(Held + (Blocks * SyntheticChain.TransfersPerBlock), 100_000, 1).All());
        _next = blocks[^Blocks..];
        _tip = blocks[^(Blocks + 1)].Header;
        _store = DuckDbTransferStore.Open(DataFolder.At(_folder));
        foreach (var batch in blocks[..^Blocks].Chunk(1_000))
        {
            await _store.ApplyAsync(batch, null, CancellationToken.None);
        }
    }

    // BenchmarkDotNet awaits a set-up of all runs, not one of each.
    [IterationSetup]
    public void GoBack() => Task.WaitAll(_store!.UnwindAsync(SyntheticChain.Chain, _tip!.Height, CancellationToken.None));

    /// <summary>As files are appended: every block looks for its hashes in the whole chain.</summary>
    [Benchmark(OperationsPerInvoke = Blocks, Baseline = true)]
    public async Task Append()
    {
        foreach (var block in _next)
        {
            await _store!.AppendAsync(block, CancellationToken.None);
        }
    }

    /// <summary>As they come live: each block a transaction of its own, on disk before the next.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public async Task ApplyEach()
    {
        foreach (var block in _next)
        {
            await _store!.ApplyAsync([block], block.Height - 64, CancellationToken.None);
        }
    }

    /// <summary>As they come while history is read.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public Task ApplyTogether() => _store!.ApplyAsync(_next, null, CancellationToken.None);

    [GlobalCleanup]
    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static List<Block> AsBlocks(IEnumerable<Transfer> transfers) =>
    [
        .. transfers.Chunk(SyntheticChain.TransfersPerBlock).Select(held => new Block
        {
            Chain = SyntheticChain.Chain,
            Height = held[0].Position.Block,
            Hash = new(1, (UInt128)held[0].Position.Block),
            Parent = new(1, (UInt128)(held[0].Position.Block - 1)),
            Time = held[0].Time,
            Transfers = held,
        }),
    ];
}
