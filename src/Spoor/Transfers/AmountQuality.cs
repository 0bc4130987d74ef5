namespace Spoor.Transfers;

/// <summary>How far an amount can be trusted. The numbers are stored; never renumber.</summary>
public enum AmountQuality : byte
{
    /// <summary>Stated to the unit.</summary>
    Exact = 0,

    /// <summary>Written with fewer digits than it has (<c>1.22E+15</c>): read as what it says, known only to that precision.</summary>
    Rounded = 1,

    /// <summary>The source does not state it (the input of a UTXO transaction whose funding output has not been seen), or not whether it moved at all (no receipt).</summary>
    Unknown = 2,
}
