using Spoor.Benchmarks.Growth;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Spoor over the store that <c>compare fill</c> made: one read for each hop.</summary>
internal sealed class SpoorStore(SpoorStore.Reading reading) : IReachEngine
{
    private const string IndexName = "spoor.index";

    // The addresses of 10^8 transfers, up to 30 million, take 2 GiB alone, which is the default for all of a build.
    private const long BuildMemory = 4L << 30;

    private DataFolder? _data;
    private DuckDbTransferStore? _store;
    private IReadOnlyList<ReachedAddress> _reached = [];

    /// <summary>What is read.</summary>
    internal enum Reading
    {
        /// <summary>The index, whose pages stay in memory.</summary>
        Warm,

        /// <summary>The index, forgotten before each question.</summary>
        Cold,

        /// <summary>The log in DuckDB; the index is removed.</summary>
        LogAlone,
    }

    /// <summary>Imports the file and builds the index, each timed.</summary>
    public static async Task FillAsync(CompareFolder folder, Func<string, Func<Task>, Task> timed, CancellationToken cancellation)
    {
        var data = DataFolder.At(folder.Scratch("spoor"));
        await timed("import", () => StoreImport.RunAsync(data, folder, cancellation));
        using var store = DuckDbTransferStore.Open(data);
        await timed("index", () => store.BuildIndexAsync(IndexBuildOptions.Default with { Memory = BuildMemory }, null, cancellation));
    }

    public Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        _data = DataFolder.At(Path.Combine(folder.Path, "scratch-spoor"));
        if (reading == Reading.LogAlone)
        {
            File.Delete(IndexFile);
        }

        _store = DuckDbTransferStore.Open(_data);
        return Task.CompletedTask;
    }

    public void Prepare()
    {
        if (reading == Reading.Cold)
        {
            _store!.Dispose();
            PageCache.Forget(IndexFile);
            _store = DuckDbTransferStore.Open(_data!);
        }
    }

    public async ValueTask<int> ReachAsync(string start, int hops)
    {
        ReachSeed[] seeds = [new(AddressText.Parse(SyntheticChain.Chain, start))];
        _reached = await Reach.FromAsync(_store!, SyntheticChain.Chain, seeds, hops, CancellationToken.None);
        return _reached.Count;
    }

    public IEnumerable<ReachedRow> Answer() =>
        _reached.Select(one => ReachedRow.Of(CompareFolder.Hex(one.Address), one.Earliest, one.Hops));

    /// <summary>What left an address before the last hop, not before it was reached.</summary>
    public async ValueTask<long?> PaymentsNeededAsync(int hops)
    {
        if (reading != Reading.Warm)
        {
            return null;
        }

        var arrivals = _reached.Where(one => one.Hops < hops).ToDictionary(one => one.Address, one => one.Earliest);
        long payments = 0;
        foreach (var some in arrivals.Keys.Chunk(10_000))
        {
            var transfers = await _store!.TransfersOfAsync(SyntheticChain.Chain, some, CancellationToken.None);
            payments += transfers.Count(transfer => transfer.From is { } from && arrivals.TryGetValue(from, out var arrival) && transfer.Position.CompareTo(arrival) >= 0);
        }

        return payments;
    }

    public void Dispose() => _store?.Dispose();

    private string IndexFile => Path.Combine(_data!.Path, IndexName);
}
