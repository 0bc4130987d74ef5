using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>One address's transfers on one chain, by asset and in the order of the trace.</summary>
internal sealed class History
{
    public static readonly History Empty = new(new(TraceDirection.Out), []);

    private readonly Dictionary<AssetId, Transfer[]> _byAsset = [];

    public History(Orientation orientation, IEnumerable<Transfer> transfers)
    {
        foreach (var ofAsset in transfers.GroupBy(transfer => transfer.Asset))
        {
            _byAsset[ofAsset.Key] = orientation.Sort(ofAsset);
        }

        Assets = [.. _byAsset.Keys.Order()];
    }

    public IReadOnlyList<AssetId> Assets { get; }

    public Transfer[] Of(AssetId asset) => _byAsset.GetValueOrDefault(asset) ?? [];
}
