using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>The two movements every EVM transaction can have, to be completed with a format's own columns.</summary>
internal static class EvmTransaction
{
    private const string Unset = "NULL";

    /// <summary>What the sender pays to be included; it leaves before anything else moves.</summary>
    public static FileMovement Fee(ChainId chain) => new()
    {
        Once = true,
        Kind = TransferKind.Fee,
        Phase = "0",
        Asset = EvmSql.Native(chain),
        Block = Unset,
        Time = Unset,
        Tx = Unset,
        Amount = Unset,
    };

    /// <summary>The value the transaction carries: the call at the top of its call tree.</summary>
    public static FileMovement Value(ChainId chain) => new()
    {
        Once = true,
        Kind = TransferKind.Native,
        Phase = "1",
        Asset = EvmSql.Native(chain),
        Block = Unset,
        Time = Unset,
        Tx = Unset,
        Amount = Unset,
    };

    /// <summary>A token movement, read from a log.</summary>
    public static FileMovement Token() => new()
    {
        Kind = TransferKind.Token,
        Phase = "2",
        Asset = Unset,
        Block = Unset,
        Time = Unset,
        Tx = Unset,
        Amount = Unset,
    };
}
