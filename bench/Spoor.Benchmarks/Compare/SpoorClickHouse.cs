using Spoor.Storage.ClickHouse;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Spoor over a store in ClickHouse: one read for each hop.</summary>
internal sealed class SpoorClickHouse(string address) : IReachEngine
{
    private const int Chunk = 500_000;

    private ClickHouseTransferStore? _store;
    private IReadOnlyList<ReachedAddress> _reached = [];

    public async Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        _store = await ClickHouseTransferStore.OpenAsync(ClickHouseAddress.Parse(address), TimeProvider.System, cancellation);
        foreach (var chunk in folder.Transfers().Chunk(Chunk))
        {
            await _store.AppendManyAsync(SyntheticChain.Chain, chunk, cancellation);
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
