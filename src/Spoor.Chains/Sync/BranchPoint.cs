using System.Globalization;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>The last block that a follower and a node have in common.</summary>
/// <param name="Height">One below the first block of the follower when it has none in common.</param>
internal sealed record BranchPoint(BlockHeader? Ancestor, long Height)
{
    private const int FirstLook = 64;
    private const int WiderLook = 8;

    /// <summary>Searches back from the tip of a follower: in steps that double, then between the last two.</summary>
    /// <remarks>
    /// The blocks of a follower stand on each other, so up to one height they are the node's and above it none is. If the
    /// node changes its branch while it is asked, the next block will not fit, and the search begins again.
    /// </remarks>
    /// <exception cref="SyncException">The branches part below what the follower remembers.</exception>
    public static async Task<BranchPoint> FindAsync(
        IChainNode node, IChainFollower follower, NodeHead head, long? finalized, CancellationToken cancellation)
    {
        for (int count = FirstLook; ; count *= WiderLook)
        {
            var recent = await follower.RecentAsync(node.Chain.Id, count, cancellation);
            if (recent.Count == 0)
            {
                throw new InvalidOperationException($"A follower that stood on a block of {node.Chain} says that it stands on none.");
            }

            if (await CommonAsync(node, recent, head, cancellation) is { } common)
            {
                // A chain does not shrink: a node that has our branch and less of it is behind, and nothing is taken back.
                return common == head.Latest.Height ? new(recent[0], recent[0].Height) : At(recent, common);
            }

            if (recent.Count < count)
            {
                return BeforeAll(node, recent, head, finalized);
            }
        }
    }

    private static BranchPoint At(IReadOnlyList<BlockHeader> recent, long height) =>
        new(recent.First(header => header.Height == height), height);

    // What is not final is never forgotten; so a follower whose lowest block is not final began there.
    private static BranchPoint BeforeAll(IChainNode node, IReadOnlyList<BlockHeader> recent, NodeHead head, long? finalized)
    {
        var lowest = recent[^1];
        if (lowest.Height > head.Latest.Height)
        {
            throw new NodeException(
                $"The node's head of {node.Chain} is block {head.Latest.Height}, below all that is kept (from block {lowest.Height}); "
                + "wait until the node has caught up, or use another.");
        }

        return lowest.Height > finalized
            ? new(null, lowest.Height - 1)
            : throw new SyncException(
                $"The node's branch of {node.Chain} leaves ours below block {lowest.Height}, the lowest that is remembered "
                + $"(final are blocks up to {finalized?.ToString(CultureInfo.InvariantCulture) ?? "an unknown height"}). "
                + "Ask another node whether the chain was really reorganised so deeply; if so, synchronise into a new data folder.");
    }

    /// <summary>Highest height at which both have the same block; null when there is none among these.</summary>
    private static async Task<long?> CommonAsync(
        IChainNode node, IReadOnlyList<BlockHeader> recent, NodeHead head, CancellationToken cancellation)
    {
        int lowestForeign = -1;
        int step = 1;
        int probe = FirstNotAbove(recent, head.Latest.Height);
        while (probe < recent.Count && !await IsSharedAsync(node, recent[probe], head, cancellation))
        {
            lowestForeign = probe;
            probe = probe == recent.Count - 1 ? recent.Count : Math.Min(probe + step, recent.Count - 1);
            step *= 2;
        }

        if (probe >= recent.Count)
        {
            return null;
        }

        int shared = probe;
        while (shared - lowestForeign > 1 && lowestForeign >= 0)
        {
            int middle = (shared + lowestForeign) / 2;
            bool isShared = await IsSharedAsync(node, recent[middle], head, cancellation);
            (shared, lowestForeign) = isShared ? (middle, lowestForeign) : (shared, middle);
        }

        return recent[shared].Height;
    }

    private static int FirstNotAbove(IReadOnlyList<BlockHeader> recent, long height)
    {
        int first = 0;
        while (first < recent.Count && recent[first].Height > height)
        {
            first++;
        }

        return first;
    }

    private static async Task<bool> IsSharedAsync(IChainNode node, BlockHeader ours, NodeHead head, CancellationToken cancellation)
    {
        var theirs = ours.Height == head.Latest.Height ? head.Latest : await node.HeaderAsync(ours.Height, cancellation);
        return theirs?.Hash == ours.Hash;
    }
}
