namespace Spoor.Storage.Index.Building;

/// <content>The one order in which every store answers.</content>
internal sealed partial class LogPart
{
    /// <summary>Rows mostly lie in order already; then one look at each is all.</summary>
    internal void Sort()
    {
        if (IsSorted())
        {
            return;
        }

        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, Compare);
        var (cells, parties, outputs) = (_cells[..Count], _parties[..(2 * Count)], _outputs[..Math.Min(Count, _outputs.Length)]);
        for (int row = 0; row < Count; row++)
        {
            _cells[row] = cells[order[row]];
            _parties[2 * row] = parties[2 * order[row]];
            _parties[(2 * row) + 1] = parties[(2 * order[row]) + 1];
            if (outputs.Length > 0)
            {
                _outputs[row] = outputs[order[row]];
            }
        }
    }

    private bool IsSorted()
    {
        for (int row = 1; row < Count; row++)
        {
            int order = ComparePositions(in _cells[row - 1], in _cells[row]);
            if (order > 0 || (order == 0 && Compare(row - 1, row) > 0))
            {
                return false;
            }
        }

        return true;
    }

    private static int ComparePositions(in TransferCell x, in TransferCell y)
    {
        int order = x.Block.CompareTo(y.Block);
        order = order != 0 ? order : x.Transaction.CompareTo(y.Transaction);
        order = order != 0 ? order : x.Phase.CompareTo(y.Phase);
        return order != 0 ? order : x.Index.CompareTo(y.Index);
    }

    private int Compare(int x, int y)
    {
        ref readonly var one = ref _cells[x];
        ref readonly var other = ref _cells[y];
        int order = ComparePositions(in one, in other);
        order = order != 0 ? order : CompareBytes(in one.Tx, in other.Tx);
        order = order != 0 ? order : one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : BytesOf(FromOf(x)).SequenceCompareTo(BytesOf(FromOf(y)));
        order = order != 0 ? order : BytesOf(ToOf(x)).SequenceCompareTo(BytesOf(ToOf(y)));
        order = order != 0 ? order : string.CompareOrdinal(_assets[(int)one.Asset], _assets[(int)other.Asset]);
        order = order != 0 ? order : one.UnitsHigh.CompareTo(other.UnitsHigh);
        order = order != 0 ? order : one.UnitsLow.CompareTo(other.UnitsLow);
        order = order != 0 ? order : one.Occurrence.CompareTo(other.Occurrence);
        order = order != 0 ? order : one.HasOutput.CompareTo(other.HasOutput);
        if (order != 0 || !one.HasOutput)
        {
            return order;
        }

        order = CompareBytes(in _outputs[x].Tx, in _outputs[y].Tx);
        return order != 0 ? order : _outputs[x].Index.CompareTo(_outputs[y].Index);
    }

    private static unsafe int CompareBytes(in HashBytes x, in HashBytes y)
    {
        fixed (HashBytes* one = &x, other = &y)
        {
            return new ReadOnlySpan<byte>(one, sizeof(HashBytes)).SequenceCompareTo(new(other, sizeof(HashBytes)));
        }
    }
}
