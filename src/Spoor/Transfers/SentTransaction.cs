namespace Spoor.Transfers;

/// <summary>A transaction as its sender made it: what habit shows in.</summary>
public sealed record SentTransaction
{
    public required TxHash Tx { get; init; }

    /// <summary>Its index in the block.</summary>
    public required int Index { get; init; }

    public required Address From { get; init; }

    /// <summary>The address called; null when it creates a contract.</summary>
    public Address? To { get; init; }

    /// <summary>How many the sender had sent before; null on chains that do not count.</summary>
    public long? Nonce { get; init; }

    /// <summary>Price paid per unit of gas, in the smallest unit of the native coin; null where it is unknown.</summary>
    public Amount? GasPrice { get; init; }

    /// <summary>The first four bytes of the call data; null for a plain payment.</summary>
    public uint? Selector { get; init; }

    /// <summary>Null when the source does not tell, see <see cref="BlockGaps.Receipts"/>.</summary>
    public bool? HasSucceeded { get; init; }
}
