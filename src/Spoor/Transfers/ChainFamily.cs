namespace Spoor.Transfers;

/// <summary>What chains have in common: how they keep value and how they write addresses.</summary>
public enum ChainFamily
{
    /// <summary>Accounts of 20 bytes and contracts.</summary>
    Evm,

    /// <summary>Transactions that spend outputs of earlier ones.</summary>
    Utxo,

    /// <summary>Accounts and contracts as on EVM chains, with addresses and fees of its own.</summary>
    Tron,

    Xrp,

    Solana,
}
