namespace Spoor.Transfers;

/// <summary>One output of one UTXO transaction.</summary>
public readonly record struct Outpoint(TxHash Tx, int Index) : IComparable<Outpoint>
{
    public int CompareTo(Outpoint other)
    {
        int order = Tx.CompareTo(other.Tx);
        return order != 0 ? order : Index.CompareTo(other.Index);
    }

    public override string ToString() => $"{Tx}:{Index}";
}
