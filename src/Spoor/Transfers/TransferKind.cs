namespace Spoor.Transfers;

/// <summary>What sort of movement a transfer is.</summary>
/// <remarks>
/// A call at the top of a transaction and the transaction's own value are the same movement, so both are
/// <see cref="Native"/>: importing transactions and then traces of the same block adds only the inner calls.
/// The numbers are stored; never renumber.
/// </remarks>
public enum TransferKind : byte
{
    /// <summary>Native value moved by a transaction or by a call inside it.</summary>
    Native = 1,

    /// <summary>A token movement read from a log.</summary>
    Token = 2,

    /// <summary>The fee of a transaction; it has no recipient.</summary>
    Fee = 3,

    /// <summary>Newly issued coins: block reward, uncle, genesis, consensus withdrawal; it has no sender.</summary>
    Issue = 4,

    /// <summary>An output spent by a UTXO transaction.</summary>
    UtxoIn = 5,

    /// <summary>An output created by a UTXO transaction.</summary>
    UtxoOut = 6,
}
