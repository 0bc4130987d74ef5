using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>One address's transfers on one chain, by asset and in the order of the trace.</summary>
internal sealed class History
{
    public static readonly History Empty = new(new(TraceDirection.Out), []);

    /// <summary>From this turnover on, no honest asset; 256 such holdings still add up without overflow.</summary>
    private static readonly UInt128 Dishonest = UInt128.One << 120;

    private readonly Dictionary<AssetId, Transfer[]> _byAsset = [];
    private readonly List<AssetId> _refused = [];
    private ILookup<TxHash, Transfer>? _byTransaction;

    public History(Orientation orientation, IEnumerable<Transfer> transfers)
    {
        foreach (var ofAsset in transfers.GroupBy(transfer => transfer.Asset))
        {
            if (IsHonest(ofAsset))
            {
                _byAsset[ofAsset.Key] = orientation.Sort(ofAsset);
            }
            else
            {
                _refused.Add(ofAsset.Key);
            }
        }

        Assets = [.. _byAsset.Keys.Order()];
    }

    public IReadOnlyList<AssetId> Assets { get; }

    /// <summary>Assets of which more moved than an honest one has: worthless tokens, sent to upset the sums.</summary>
    public IReadOnlyList<AssetId> Refused => _refused;

    public Transfer[] Of(AssetId asset) => _byAsset.GetValueOrDefault(asset) ?? [];

    /// <summary>All that moved in one transaction, asset by asset.</summary>
    public IReadOnlyList<Transfer> Of(TxHash tx) =>
        [.. (_byTransaction ??= Assets.SelectMany(asset => _byAsset[asset]).ToLookup(transfer => transfer.Tx))[tx]];

    private static bool IsHonest(IEnumerable<Transfer> transfers)
    {
        var turnover = UInt128.Zero;
        foreach (var transfer in transfers)
        {
            if (transfer.Amount.Units >= Dishonest - turnover)
            {
                return false;
            }

            turnover += transfer.Amount.Units;
        }

        return true;
    }
}
