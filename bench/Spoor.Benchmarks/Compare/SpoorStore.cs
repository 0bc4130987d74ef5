using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Spoor over its DuckDB file: one read for each hop, no index kept in memory.</summary>
internal sealed class SpoorStore : IReachEngine
{
    private DuckDbTransferStore? _store;
    private IReadOnlyList<ReachedAddress> _reached = [];

    public async Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        var data = DataFolder.At(folder.Scratch("spoor-store"));
        await StoreImport.RunAsync(data, folder, cancellation);
        _store = DuckDbTransferStore.Open(data);
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
