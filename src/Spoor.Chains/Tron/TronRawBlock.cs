namespace Spoor.Chains.Tron;

/// <summary>What a full node answered about one block, as UTF-8 JSON.</summary>
public sealed record TronRawBlock
{
    /// <summary><c>wallet/getblockbynum</c>.</summary>
    public required ReadOnlyMemory<byte> Block { get; init; }

    /// <summary><c>wallet/gettransactioninfobyblocknum</c>.</summary>
    public required ReadOnlyMemory<byte> Infos { get; init; }
}
