namespace Spoor.Chains.Bitcoin;

/// <summary>What a node answered about one block, as UTF-8 JSON: the value of <c>result</c>, without the envelope.</summary>
public sealed record BitcoinRawBlock
{
    /// <summary><c>getblock</c> with verbosity 3, or with verbosity 2 from a node that knows no 3.</summary>
    public required ReadOnlyMemory<byte> Block { get; init; }

    /// <summary><c>getrawtransaction</c>, verbose, of transactions whose outputs the block spends; needed where the block itself does not state them.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Earlier { get; init; } = [];
}
