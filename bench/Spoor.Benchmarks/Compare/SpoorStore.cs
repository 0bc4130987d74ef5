using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Spoor over its DuckDB file: one read for each hop, through the log alone or of what is touched in the index beside it.</summary>
internal sealed class SpoorStore(bool indexed) : IReachEngine
{
    private DuckDbTransferStore? _store;
    private IReadOnlyList<ReachedAddress> _reached = [];

    public async Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        var data = DataFolder.At(folder.Scratch(indexed ? "spoor-index" : "spoor-store"));
        await StoreImport.RunAsync(data, folder, cancellation);
        _store = DuckDbTransferStore.Open(data);
        if (indexed)
        {
            await _store.BuildIndexAsync(IndexBuildOptions.Default, null, cancellation);
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

    public void Dispose() => _store?.Dispose();
}
