namespace Spoor.Transfers;

/// <summary>The one order in which every store answers: by position, and by what they are where positions are equal.</summary>
/// <remarks>
/// Files without a position inside the block leave ties; breaking them by content makes an answer independent of the
/// order of import. Absent values come first.
/// </remarks>
public sealed class TransferOrder : IComparer<Transfer>
{
    public static readonly TransferOrder Instance = new();

    private TransferOrder()
    {
    }

    public int Compare(Transfer? x, Transfer? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = x.Position.CompareTo(y.Position);
        return order != 0 ? order : CompareContent(x, y);
    }

    private static int CompareContent(Transfer x, Transfer y)
    {
        int order = x.Tx.CompareTo(y.Tx);
        order = order != 0 ? order : x.Kind.CompareTo(y.Kind);
        order = order != 0 ? order : Nullable.Compare(x.From, y.From);
        order = order != 0 ? order : Nullable.Compare(x.To, y.To);
        order = order != 0 ? order : x.Asset.CompareTo(y.Asset);
        order = order != 0 ? order : x.Amount.CompareTo(y.Amount);
        order = order != 0 ? order : x.Occurrence.CompareTo(y.Occurrence);
        return order != 0 ? order : Nullable.Compare(x.Output, y.Output);
    }
}
