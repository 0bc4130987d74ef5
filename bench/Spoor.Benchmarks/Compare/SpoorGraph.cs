using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>Spoor with the transfers at hand.</summary>
internal sealed class SpoorGraph : IReachEngine
{
    private TransferGraph _graph = TransferGraph.Of([]);
    private IReadOnlyList<ReachedAddress> _reached = [];

    public Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        _graph = TransferGraph.Of(folder.Transfers());
        return Task.CompletedTask;
    }

    public ValueTask<int> ReachAsync(string start, int hops)
    {
        _reached = Reach.From(_graph, [new(AddressText.Parse(SyntheticChain.Chain, start))], hops);
        return ValueTask.FromResult(_reached.Count);
    }

    public IEnumerable<ReachedRow> Answer() =>
        _reached.Select(one => ReachedRow.Of(CompareFolder.Hex(one.Address), one.Earliest, one.Hops));

    public void Dispose()
    {
    }
}
