using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>A follower and where it stands, so that it need not be asked at every block.</summary>
internal sealed class Standing(IChainFollower follower, BlockHeader? tip, long start)
{
    public IChainFollower Follower => follower;

    public BlockHeader? Tip { get; private set; } = tip;

    /// <summary>The height it takes next.</summary>
    public long Next => Tip is { } tip ? tip.Height + 1 : start;

    /// <summary>Asks every follower; one that stands nowhere starts where it is told to.</summary>
    /// <exception cref="SyncException">Blocks would be left out between a tip and the start.</exception>
    public static async Task<IReadOnlyList<Standing>> OfAsync(
        IReadOnlyList<IChainFollower> followers, ChainId chain, long? from, CancellationToken cancellation)
    {
        List<BlockHeader?> tips = [];
        foreach (var follower in followers)
        {
            var recent = await follower.RecentAsync(chain, 1, cancellation);
            tips.Add(recent.Count > 0 ? recent[0] : null);
        }

        var ahead = tips.FirstOrDefault(tip => tip is not null && from > tip.Height + 1);
        if (ahead is not null)
        {
            throw new SyncException(
                $"What is kept of {chain} ends at block {ahead.Height}; starting at {from} would leave out the blocks between. "
                + $"Start at {ahead.Height + 1} or below, or in a new data folder.");
        }

        long start = from ?? tips.Min(tip => tip?.Height) + 1 ?? 0;
        return [.. followers.Zip(tips, (follower, tip) => new Standing(follower, tip, start))];
    }

    /// <summary>Whether these blocks are on the branch it stands on.</summary>
    /// <param name="blocks">Consecutive, the first no higher than <see cref="Next"/>.</param>
    public bool IsOn(IReadOnlyList<Block> blocks)
    {
        if (Tip is not { } tip || tip.Height > blocks[^1].Height)
        {
            return true;
        }

        int at = (int)(tip.Height - blocks[0].Height);
        return at < 0 ? blocks[0].Parent == tip.Hash : blocks[at].Hash == tip.Hash;
    }

    /// <summary>Hands it what is above its tip.</summary>
    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        int known = (int)Math.Clamp(Next - blocks[0].Height, 0, blocks.Count);
        if (known == blocks.Count)
        {
            return;
        }

        await follower.ApplyAsync(known == 0 ? blocks : [.. blocks.Skip(known)], finalized, cancellation);
        Tip = blocks[^1].Header;
    }

    /// <returns>How many blocks were taken back.</returns>
    public async Task<long> RewindAsync(ChainId chain, BranchPoint point, CancellationToken cancellation)
    {
        long depth = Tip is { } tip ? tip.Height - point.Height : 0;
        if (depth > 0)
        {
            await follower.RewindAsync(chain, point.Height, cancellation);
            Tip = point.Ancestor;
            start = point.Height + 1;
        }

        return depth;
    }
}
