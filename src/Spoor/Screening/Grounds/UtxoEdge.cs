namespace Spoor.Screening.Grounds;

/// <summary>An output: from the transaction that made it to the one that spends it.</summary>
internal struct UtxoEdge
{
    public UInt128 Amount;

    /// <summary>Millionths of a dollar on the day it was made; below zero without a price.</summary>
    public long MicrosMade;

    /// <summary>The same on the day it was spent.</summary>
    public long MicrosSpent;

    /// <summary>Below zero where it has no address.</summary>
    public int Owner;

    /// <summary>The transaction that made it; below zero where the data do not show it.</summary>
    public int Maker;

    /// <summary>The transaction that spends it; below zero while none does.</summary>
    public int Spender;

    /// <summary>Its number among the outputs of its transaction.</summary>
    public int Index;
}
