using Spoor.Transfers;

namespace Spoor.Chains.Nodes;

/// <summary>A node of one chain (an EVM client, Bitcoin Core, a Tron full node): heads, headers and blocks, as transfers.</summary>
/// <remarks>Retries and failover are behind it: what it throws is final for the call. A wrong answer never becomes a block.</remarks>
public interface IChainNode : IAsyncDisposable
{
    Chain Chain { get; }

    /// <summary>Asks who the node is and holds it to the chain it was given for.</summary>
    /// <exception cref="NodeException">It serves another chain, or does not answer.</exception>
    Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation);

    Task<NodeHead> HeadAsync(CancellationToken cancellation);

    /// <summary>Waits until the head differs from the one given: by the node's own notice where it gives one, else by asking again.</summary>
    Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation);

    /// <summary>The header at a height of the node's present branch; null above its head.</summary>
    Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation);

    /// <summary>Consecutive blocks of the node's present branch, each with hash and parent, in order.</summary>
    /// <exception cref="NodeException">The node does not have them, or what it answers contradicts itself.</exception>
    Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation);
}

/// <summary>Consecutive heights.</summary>
public readonly record struct BlockSpan(long First, int Count)
{
    public long Last => First + Count - 1;

    public override string ToString() => Count == 1 ? $"{First}" : $"{First} to {Last}";
}

/// <summary>What a node says of itself.</summary>
/// <param name="Genesis">Hash of block 0.</param>
/// <param name="Client">Its name and version, as it says; empty when it does not.</param>
/// <param name="Gaps">What it cannot tell of any block.</param>
public sealed record NodeIdentity(ChainId Chain, TxHash Genesis, string Client, BlockGaps Gaps);

/// <summary>Where a node stands.</summary>
/// <param name="Finalized">Height up to which the chain calls blocks final; null where the node does not say.</param>
public sealed record NodeHead(BlockHeader Latest, long? Finalized);
