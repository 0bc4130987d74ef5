using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>A java-tron full node over its HTTP interface.</summary>
public sealed class TronNode : IChainNode
{
    private readonly INodeTransport _transport;
    private readonly TronNodeSettings _settings;
    private readonly TimeProvider _time;
    private readonly TronCalls _calls;
    private readonly Rereading _again;

    /// <param name="chain">Tron.</param>
    /// <param name="transport">To the node; is disposed of with this.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="time">The clock of rests and of asking for the head.</param>
    public TronNode(Chain chain, INodeTransport transport, TronNodeSettings settings, TimeProvider time)
    {
        Chain = chain.Family == ChainFamily.Tron ? chain : throw new FormatException($"Expected Tron for a Tron node, found {chain}.");
        _transport = transport;
        _settings = settings;
        _time = time;
        _calls = new(transport);
        _again = new(settings.Rereads, time);
    }

    public Chain Chain { get; }

    /// <summary>A node behind several endpoints, each held to the chain before it is believed anything.</summary>
    public static TronNode Open(
        Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, TronNodeSettings settings, TimeProvider time) =>
        new(chain, new HttpTransport(endpoints, limits, time, TronIdentity.Greeting(chain)), settings, time);

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) => _again.RunAsync("say who it is", async () =>
    {
        var genesis = TronIdentity.Genesis(await _calls.BlockAsync(0, cancellation), Chain);
        return new NodeIdentity(Chain.Id, genesis, await ClientAsync(cancellation), BlockGaps.None);
    }, cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => _again.RunAsync("give its head", async () =>
    {
        var latest = Header(await _calls.NewestAsync(cancellation), "getnowblock");
        long? final = await FinalAsync(cancellation);
        return final is null || final <= latest!.Height
            ? new NodeHead(latest!, final)
            : throw new NodeAnswerException($"Block {final} is called final while the newest is {latest.Height}.");
    }, cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => HeadPolling.UntilOtherAsync(
        known, () => HeadAsync(cancellation), _ => Task.Delay(_settings.PollEvery, _time, cancellation));

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => _again.RunAsync($"give the header of block {height}", async () =>
    {
        var header = Header(await _calls.BlockAsync(height, cancellation), $"getblockbynum {height}", emptyIsNone: true);
        return header is null || header.Height == height ? header : throw Other(height, header.Height);
    }, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) =>
        _again.RunAsync($"give block {span}", () => ReadAsync(span, cancellation), cancellation);

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<IReadOnlyList<Block>> ReadAsync(BlockSpan span, CancellationToken cancellation)
    {
        var read = new List<Block>(span.Count);
        foreach (long[] heights in Enumerable.Range(0, span.Count).Select(i => span.First + i).Chunk(_settings.BlocksAtOnce))
        {
            foreach (var block in await Task.WhenAll(heights.Select(height => ReadAsync(height, cancellation))))
            {
                if (read.Count > 0)
                {
                    OneBranch.Hold(read[^1].Header!, block.Header!);
                }

                read.Add(block);
            }
        }

        return read;
    }

    private async Task<Block> ReadAsync(long height, CancellationToken cancellation)
    {
        var raw = new TronRawBlock
        {
            Block = await _calls.BlockAsync(height, cancellation),
            Infos = height == 0 ? "[]"u8.ToArray() : await _calls.InfosAsync(height, cancellation),
        };
        using var trace = BlockTrace.Of("decode", Chain.Id, height, 1);
        var block = TronDecoder.Decode(raw, Chain);
        return block.Height == height ? block : throw Other(height, block.Height);
    }

    // Not every provider offers the solidity interface; then finality is counted by who follows.
    private async Task<long?> FinalAsync(CancellationToken cancellation)
    {
        try
        {
            return Header(await _calls.NewestFinalAsync(cancellation), "walletsolidity/getnowblock")!.Height;
        }
        catch (NodeAnswerException absent) when (!absent.MayPass)
        {
            return null;
        }
        catch (NodeException absent) when (absent.InnerException is NodeAnswerException { Code: >= 400 and < 500, IsTooOften: false })
        {
            return null;
        }
    }

    private async Task<string> ClientAsync(CancellationToken cancellation)
    {
        try
        {
            return TronIdentity.Client(await _calls.NodeInfoAsync(cancellation));
        }
        catch (Exception closed) when (closed is NodeException or NodeAnswerException)
        {
            // Public endpoints close it; a name is not needed.
            return "";
        }
    }

    private BlockHeader? Header(ReadOnlyMemory<byte> answer, string asked, bool emptyIsNone = false) => AnswerText.Read(answer, asked, (json, place) =>
    {
        var block = new AnswerObject(json, place);
        return emptyIsNone && block.IsEmpty ? null : TronAnswer.Header(block, Chain.Id);
    });

    private static NodeAnswerException Other(long asked, long found) => new($"Block {asked} was asked for, block {found} came.");
}
