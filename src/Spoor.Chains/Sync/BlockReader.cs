using System.Collections.Concurrent;
using System.Diagnostics;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Sync;

/// <summary>Reads a range of heights several spans at a time and gives the blocks in order.</summary>
/// <remarks>Spans that wait for their turn are bounded by the pace, so a slow follower stops the reading.</remarks>
internal sealed class BlockReader(IChainNode node, Pace pace, BlockSpan range, TimeProvider clock) : IAsyncDisposable
{
    // What is handed on at once is one transaction of a store: large enough to pay for it, small enough for the memory.
    private const int BatchBlocks = 1_024;
    private const int BatchTransfers = 50_000;

    private readonly Queue<Task<IReadOnlyList<Block>>> _reading = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, ActivityContext> _traces = [];
    private long _next = range.First;

    /// <summary>The next blocks, at least one; none at the end of the range.</summary>
    /// <exception cref="NodeException">The node did not give the next block.</exception>
    public async Task<IReadOnlyList<Block>> NextAsync(CancellationToken cancellation)
    {
        Fill();
        if (!_reading.TryPeek(out var first))
        {
            return [];
        }

        // Still in the queue while it is awaited, so that the end waits for it, too.
        var blocks = await first.WaitAsync(cancellation);
        _ = _reading.Dequeue();
        if (!HasMore)
        {
            return blocks;
        }

        List<Block> batch = [.. blocks];
        while (batch.Count < BatchBlocks && batch.Sum(block => block.Transfers.Count) < BatchTransfers && HasMore)
        {
            batch.AddRange(await _reading.Dequeue());
        }

        Fill();
        return batch;
    }

    /// <summary>The span that read a batch's first block; default when nobody listens.</summary>
    public ActivityContext TraceOf(IReadOnlyList<Block> batch)
    {
        _traces.TryGetValue(batch[0].Height, out var trace);
        foreach (long first in _traces.Keys.Where(first => first <= batch[^1].Height))
        {
            _traces.TryRemove(first, out _);
        }

        return trace;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)Task.WhenAll(_reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private bool HasMore => _reading.TryPeek(out var next) && next.IsCompletedSuccessfully;

    private void Fill()
    {
        while (_next <= range.Last && _reading.Count < pace.Concurrency)
        {
            var span = new BlockSpan(_next, (int)Math.Min(pace.Span, range.Last - _next + 1));
            _reading.Enqueue(ReadAsync(span));
            _next += span.Count;
        }
    }

    // What is too much at once often goes in halves; a single block that fails, or a node that is not there, is a failure.
    private async Task<IReadOnlyList<Block>> ReadAsync(BlockSpan span)
    {
        long started = clock.GetTimestamp();

        // Always a beginning of its own: it is read ahead of whatever is going on.
        using var trace = BlockTrace.Root("read", node.Chain.Id, span.First, span.Count);
        try
        {
            var blocks = await node.BlocksAsync(span, _stop.Token);
            HoldToQuestion(span, blocks);
            trace.Count(blocks);
            if (trace is not null)
            {
                _traces[span.First] = trace.Context;
            }

            var took = clock.GetElapsedTime(started);
            pace.Succeeded(blocks.Sum(block => block.Transfers.Count), took);
            SyncMeter.Read(node.Chain.Id, span.Count, took);
            return blocks;
        }
        catch (NodeException failure) when (span.Count > 1 && failure.InnerException is NodeAnswerException { IsTooOften: false })
        {
            trace.Fail(failure);
            pace.Failed();
            int half = span.Count / 2;
            return
            [
                .. await ReadAsync(span with { Count = half }),
                .. await ReadAsync(new(span.First + half, span.Count - half)),
            ];
        }
        catch (NodeException failure)
        {
            trace.Fail(failure);
            pace.Failed();
            throw;
        }
    }

    private void HoldToQuestion(BlockSpan span, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count != span.Count)
        {
            throw new NodeException($"Expected blocks {span} of {node.Chain}, found {blocks.Count} blocks; use another node.");
        }

        for (int i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Chain != node.Chain.Id || block.Height != span.First + i || block.Hash is null || (block.Parent is null && block.Height > 0))
            {
                throw new NodeException(
                    $"Expected block {span.First + i} of {node.Chain} with its hash and that of its parent, "
                    + $"found block {block.Height} of {block.Chain}, hash {block.Hash}, parent {block.Parent}; use another node.");
            }
        }
    }
}
