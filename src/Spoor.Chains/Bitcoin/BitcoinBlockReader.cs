using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Asks for consecutive blocks and holds each to what was asked and to the one before it.</summary>
internal sealed class BitcoinBlockReader(RpcClient rpc, RpcClient blocks, Chain chain, BitcoinNodeSettings settings)
{
    private const int WithSpentOutputs = 3;
    private const int WithoutSpentOutputs = 2;

    // A node that knows no verbosity 3 does not learn it.
    private volatile int _verbosity = WithSpentOutputs;

    /// <exception cref="NodeAnswerException">The node does not have them, or its answers do not fit together.</exception>
    public async Task<IReadOnlyList<Block>> ReadAsync(BlockSpan span, CancellationToken cancellation)
    {
        var heights = Enumerable.Range(0, span.Count).Select(i => span.First + i).ToList();
        var answers = await rpc.BatchAsync([.. heights.Select(BitcoinCalls.HashAt)], cancellation);
        var hashes = answers.Select((answer, i) => BitcoinIdentity.Hash(answer.Value(), heights[i])).ToList();
        var raw = await AskAsync(hashes, heights, cancellation);
        var read = new List<Block>(span.Count);
        for (int i = 0; i < raw.Count; i++)
        {
            var whole = await WithEarlierAsync(raw[i], cancellation);
            using var trace = BlockTrace.Of("decode", chain.Id, heights[i], 1);
            var block = BitcoinDecoder.Decode(whole, chain);
            Hold(block.Header!, hashes[i], heights[i]);
            if (i > 0)
            {
                OneBranch.Hold(read[^1].Header!, block.Header!);
            }

            read.Add(block);
        }

        return read;
    }

    /// <exception cref="NodeAnswerException">It is another block than was asked for.</exception>
    public static void Hold(BlockHeader header, TxHash hash, long? height)
    {
        if (header.Hash != hash || (height is { } expected && header.Height != expected))
        {
            throw new NodeAnswerException($"Block {hash}{(height is { } at ? $" of height {at}" : "")} was asked for, block {header.Hash} of height {header.Height} came.");
        }
    }

    private async Task<IReadOnlyList<BitcoinRawBlock>> AskAsync(List<TxHash> hashes, List<long> heights, CancellationToken cancellation)
    {
        int verbosity = _verbosity;
        var answers = await blocks.BatchAsync([.. hashes.Select(hash => BitcoinCalls.Block(hash, verbosity))], cancellation);
        if (verbosity == WithSpentOutputs && answers.Any(answer => answer.Error is { Code: BitcoinFault.InvalidParameter }))
        {
            _verbosity = WithoutSpentOutputs;
            return await AskAsync(hashes, heights, cancellation);
        }

        return [.. answers.Select((answer, i) => answer.Error is { } error
            ? throw BitcoinFault.Explained(error, heights[i])
            : new BitcoinRawBlock { Block = answer.Value() })];
    }

    private async Task<BitcoinRawBlock> WithEarlierAsync(BitcoinRawBlock raw, CancellationToken cancellation)
    {
        if (!settings.AsksForEarlier || BitcoinDecoder.Missing(raw, chain) is not { Count: > 0 } missing)
        {
            return raw;
        }

        // Without -txindex the node finds few of them; what it does not find becomes a gap of the block.
        var answers = await rpc.BatchAsync([.. missing.Select(BitcoinCalls.Transaction)], cancellation);
        var refused = answers.FirstOrDefault(answer => answer.Error is { } error && error.Code != BitcoinFault.NotFound);
        return refused?.Error is { } other
            ? throw other
            : raw with { Earlier = [.. answers.Where(answer => answer.Error is null).Select(answer => answer.Value())] };
    }
}
