using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>Reads a chain from a node and keeps followers on the node's branch, each from where it stands.</summary>
/// <remarks>
/// A block is handed on only when its parent is the block the follower stands on. When it is not, each follower goes back
/// to the last block it has in common with the node and takes the new branch from there. What was applied is therefore
/// always a piece of one branch, at whatever moment the process ends. Stated for users in <c>docs/sync.md</c>.
/// </remarks>
public sealed class ChainSync(IChainNode node, IReadOnlyList<IChainFollower> followers, SyncOptions options, TimeProvider clock)
{
    private readonly Pace _pace = new(options.MaxSpan, options.MaxConcurrency);
    private readonly long _started = clock.GetTimestamp();
    private SyncProgress? _reached;
    private TxHash _genesis;

    private ChainId Chain => node.Chain.Id;

    /// <summary>Runs to the end that was asked for; when following, until cancelled.</summary>
    /// <returns>Where it ended.</returns>
    /// <exception cref="NodeException">The node cannot be used; when following, only if that shows at the start.</exception>
    /// <exception cref="SyncException">The branches part below what a follower remembers, or the start leaves blocks out.</exception>
    public async Task<SyncProgress> RunAsync(IProgress<SyncProgress>? progress, CancellationToken cancellation)
    {
        _genesis = (await node.IdentifyAsync(cancellation)).Genesis;
        var standings = await Standing.OfAsync(followers, Chain, options.From, cancellation);
        var head = await node.HeadAsync(cancellation);
        options.RefuseNothing(node.Chain, head.Latest, standings.Any(standing => standing.Tip is not null));
        var patience = new Patience(options.Follow, clock);
        while (true)
        {
            try
            {
                bool isThere = await AdvanceAsync(standings, head, patience, progress, cancellation);
                if (isThere && (!options.Follow || _reached!.Tip?.Height >= options.To))
                {
                    return _reached!;
                }

                head = isThere ? await node.NextHeadAsync(head.Latest, cancellation) : await node.HeadAsync(cancellation);
            }
            catch (NodeException failure)
            {
                SyncMeter.Failed(Chain);
                patience.Lose(failure);
                Report(standings, head, progress, failure.Message);
                await patience.WaitAsync(cancellation);
                head = await patience.AskAsync(() => node.HeadAsync(cancellation), head);
            }
        }
    }

    /// <summary>Goes towards the head.</summary>
    /// <returns>Whether the target was reached; else the branch changed on the way.</returns>
    private async Task<bool> AdvanceAsync(
        IReadOnlyList<Standing> standings, NodeHead head, Patience patience, IProgress<SyncProgress>? progress, CancellationToken cancellation)
    {
        Report(standings, head, null);
        if (standings.Any(standing => HasLeft(standing, head.Latest)) && await RewindAsync(standings, head, cancellation))
        {
            patience.Regain();
        }

        long first = standings.Min(standing => standing.Next);
        var span = new BlockSpan(first, (int)Math.Clamp(_reached!.Target - first + 1, 0, int.MaxValue));
        await using var reader = new BlockReader(node, _pace, span, clock);
        while (await reader.NextAsync(cancellation) is { Count: > 0 } blocks)
        {
            if (!IsOneBranch(blocks) || !standings.All(standing => standing.IsOn(blocks)))
            {
                return await RetreatAsync(standings, blocks[0], cancellation);
            }

            using (var trace = BlockTrace.Of("take", Chain, blocks[0].Height, blocks.Count, reader.TraceOf(blocks)))
            {
                trace.Count(blocks);
                await ApplyAsync(standings, blocks, cancellation);
            }

            patience.Regain();
            Report(standings, head, progress);
        }

        Report(standings, head, progress);
        return true;
    }

    // A head above the tip shows whether it fits when the blocks between are read.
    private static bool HasLeft(Standing standing, BlockHeader head) =>
        standing.Tip is { } tip && tip.Height >= head.Height && tip.Hash != head.Hash;

    private static bool IsOneBranch(IReadOnlyList<Block> blocks)
    {
        for (int i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].Parent != blocks[i - 1].Hash)
            {
                return false;
            }
        }

        return true;
    }

    private async Task ApplyAsync(IReadOnlyList<Standing> standings, IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        foreach (var standing in standings)
        {
            await standing.ApplyAsync(blocks, _reached!.Finalized, cancellation);
        }

        long transfers = blocks.Sum(block => (long)block.Transfers.Count);
        SyncMeter.Applied(Chain, blocks.Count, transfers);
        _reached = _reached! with
        {
            Blocks = _reached.Blocks + blocks.Count,
            Transfers = _reached.Transfers + transfers,
            Gaps = blocks.Aggregate(_reached.Gaps, (gaps, block) => gaps | block.Gaps),
            RefusedAmounts = _reached.RefusedAmounts + blocks.Sum(block => (long)block.RefusedAmounts),
        };
    }

    // Blocks that do not fit although nobody has left the branch are the node's contradiction, not the chain's.
    private async Task<bool> RetreatAsync(IReadOnlyList<Standing> standings, Block first, CancellationToken cancellation)
    {
        var head = await node.HeadAsync(cancellation);
        return await RewindAsync(standings, head, cancellation)
            ? false
            : throw new NodeException(
                $"The blocks of {node.Chain} from {first.Height} on do not stand on each other or on what was read before, "
                + "yet the node has not changed its branch; if this stays, use another node.");
    }

    private async Task<bool> RewindAsync(IReadOnlyList<Standing> standings, NodeHead head, CancellationToken cancellation)
    {
        long deepest = 0;
        foreach (var standing in standings.Where(standing => standing.Tip is not null))
        {
            var point = await BranchPoint.FindAsync(node, standing.Follower, head, _reached!.Finalized, cancellation);
            await HoldToGenesisAsync(point, cancellation);
            deepest = Math.Max(deepest, await standing.RewindAsync(Chain, point, cancellation));
        }

        if (deepest > 0)
        {
            SyncMeter.Reorganised(Chain, deepest);
            _reached = _reached! with
            {
                Reorganisations = _reached.Reorganisations + 1,
                DeepestReorganisation = Math.Max(_reached.DeepestReorganisation, deepest),
            };
        }

        return deepest > 0;
    }

    // A node started anew may be another chain of the same number: what has nothing in common with ours must not replace it.
    private async Task HoldToGenesisAsync(BranchPoint point, CancellationToken cancellation)
    {
        if (point.Ancestor is null && (await node.IdentifyAsync(cancellation)).Genesis is var now && now != _genesis)
        {
            throw new SyncException(
                $"The node of {node.Chain} serves another chain than when this run began: its block 0 was 0x{_genesis} and is 0x{now}. "
                + "What is kept stays as it is. Name a node of the chain that was read, or synchronise into a new data folder.");
        }
    }

    private void Report(IReadOnlyList<Standing> standings, NodeHead head, IProgress<SyncProgress>? progress, string? trouble = null)
    {
        // Another endpoint may be behind the one that was asked before: what was final stays so.
        long? finalized = head.Finalized ?? head.Latest.Height - node.Chain.FinalityBlocks;
        finalized = finalized is { } now && _reached?.Finalized is { } before ? Math.Max(now, before) : finalized ?? _reached?.Finalized;
        _reached = (_reached ?? new() { Chain = Chain, Head = head.Latest, Target = 0 }) with
        {
            Tip = standings.Any(standing => standing.Tip is null) ? null : standings.MinBy(standing => standing.Next)!.Tip,
            Head = head.Latest,
            Finalized = finalized,
            Target = Math.Min(options.To ?? long.MaxValue, head.Latest.Height),
            Elapsed = clock.GetElapsedTime(_started),
        };
        SyncMeter.Stands(_reached);
        progress?.Report(_reached with { Trouble = trouble });
    }
}
