using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>A total order of legs, so that the order of the input decides nothing.</summary>
internal sealed class BridgeOrder : IComparer<BridgeLeg>
{
    public static readonly BridgeOrder Instance = new();

    public int Compare(BridgeLeg? x, BridgeLeg? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = x.Time.CompareTo(y.Time);
        order = order != 0 ? order : x.Chain.CompareTo(y.Chain);
        order = order != 0 ? order : x.Position.CompareTo(y.Position);
        order = order != 0 ? order : x.Tx.CompareTo(y.Tx);
        order = order != 0 ? order : x.Side.CompareTo(y.Side);
        order = order != 0 ? order : string.CompareOrdinal(x.Protocol, y.Protocol);
        order = order != 0 ? order : string.CompareOrdinal(x.MessageId, y.MessageId);
        return order != 0 ? order : CompareContent(x, y);
    }

    private static int CompareContent(BridgeLeg x, BridgeLeg y)
    {
        int order = Nullable.Compare(x.Recipient, y.Recipient);
        order = order != 0 ? order : Nullable.Compare(x.Sender, y.Sender);
        order = order != 0 ? order : Nullable.Compare(x.Asset, y.Asset);
        order = order != 0 ? order : Nullable.Compare(x.Amount, y.Amount);
        order = order != 0 ? order : Nullable.Compare(x.OtherChain, y.OtherChain);
        order = order != 0 ? order : Nullable.Compare(x.OtherAsset, y.OtherAsset);
        order = order != 0 ? order : Nullable.Compare(x.OtherAmount, y.OtherAmount);
        order = order != 0 ? order : Nullable.Compare(x.Emitter, y.Emitter);
        order = order != 0 ? order : Nullable.Compare(x.IsKnownEmitter, y.IsKnownEmitter);
        return order != 0 ? order : string.CompareOrdinal(x.Note, y.Note);
    }
}
