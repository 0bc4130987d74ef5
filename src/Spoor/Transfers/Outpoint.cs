namespace Spoor.Transfers;

/// <summary>One output of one UTXO transaction.</summary>
public readonly record struct Outpoint(TxHash Tx, int Index)
{
    public override string ToString() => $"{Tx}:{Index}";
}
