namespace Spoor.Transfers;

/// <summary>Where a movement stands in its chain: the only order there is.</summary>
/// <param name="Block">Height.</param>
/// <param name="Transaction">Index of the transaction in its block.</param>
/// <param name="Phase">What is settled first inside a transaction, see <see cref="Transfers.Phase"/>.</param>
/// <param name="Index">Order inside the phase: log index, rank of the trace address, input or output number.</param>
/// <remarks>Block timestamps are equal for a deposit and its forward in the same block, so they order nothing.</remarks>
public readonly record struct Position(long Block, int Transaction, Phase Phase, int Index) : IComparable<Position>
{
    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;

    public int CompareTo(Position other)
    {
        int order = Block.CompareTo(other.Block);
        order = order != 0 ? order : Transaction.CompareTo(other.Transaction);
        order = order != 0 ? order : Phase.CompareTo(other.Phase);
        return order != 0 ? order : Index.CompareTo(other.Index);
    }

    public override string ToString() => $"{Block}:{Transaction}:{(byte)Phase}:{Index}";
}

/// <summary>The order in which the parts of one transaction are settled.</summary>
public enum Phase : byte
{
    /// <summary>The fee leaves the sender before any value moves; on UTXO chains, the inputs.</summary>
    First = 0,

    /// <summary>Native value in depth-first order of the call tree; on UTXO chains, the outputs.</summary>
    Value = 1,

    /// <summary>Token movements by log index.</summary>
    Log = 2,
}
