using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Bitcoin Core, or a node of its family, over JSON-RPC.</summary>
public sealed class BitcoinNode : IChainNode
{
    private readonly INodeTransport _transport;
    private readonly BitcoinNodeSettings _settings;
    private readonly TimeProvider _time;
    private readonly RpcClient _rpc;
    private readonly BitcoinBlockReader _blocks;
    private readonly Rereading _again;

    /// <param name="chain">A chain of Bitcoin's family.</param>
    /// <param name="transport">To the node; is disposed of with this.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="time">The clock of rests and of asking for the head.</param>
    public BitcoinNode(Chain chain, INodeTransport transport, BitcoinNodeSettings settings, TimeProvider time)
    {
        _ = UtxoRules.Of(chain);
        Chain = chain;
        _transport = transport;
        _settings = settings;
        _time = time;
        _rpc = new(transport);
        _blocks = new(_rpc, new(transport, settings.BlocksAtOnce), chain, settings);
        _again = new(settings.Rereads, time);
    }

    public Chain Chain { get; }

    /// <summary>A node behind several endpoints, each held to the chain before it is believed anything.</summary>
    public static BitcoinNode Open(
        Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, BitcoinNodeSettings settings, TimeProvider time) =>
        new(chain, new HttpTransport(endpoints, limits, time, BitcoinIdentity.Greeting(chain)), settings, time);

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) => _again.RunAsync("say who it is", async () =>
    {
        var (genesis, client) = await BitcoinIdentity.AskAsync(_rpc, Chain, cancellation);

        // Whether it states what blocks spend shows block by block, and is a gap of the block where it does not.
        return new NodeIdentity(Chain.Id, genesis, client, BlockGaps.None);
    }, cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) => _again.RunAsync("give its head", async () =>
    {
        var answer = await _rpc.CallAsync(BitcoinCalls.ChainInfo, cancellation);
        var best = AnswerText.Read(answer.Value(), "getblockchaininfo", (json, place) => new AnswerObject(json, place).Hash("bestblockhash"));
        var latest = await HeaderOfAsync(best, height: null, cancellation);

        // The newest block has one confirmation, so the one that has n lies n - 1 below it.
        long? final = latest.Height + 1 - Chain.FinalityBlocks;
        return new NodeHead(latest, final >= 0 ? final : null);
    }, cancellation);

    public Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation) => HeadPolling.UntilOtherAsync(
        known, () => HeadAsync(cancellation), _ => Task.Delay(_settings.PollEvery, _time, cancellation));

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) => _again.RunAsync($"give the header of block {height}", async () =>
    {
        try
        {
            var answer = await _rpc.CallAsync(BitcoinCalls.HashAt(height), cancellation);
            return await HeaderOfAsync(BitcoinIdentity.Hash(answer.Value(), height), height, cancellation);
        }
        catch (NodeAnswerException above) when (above.Code == BitcoinFault.InvalidParameter)
        {
            return (BlockHeader?)null;
        }
    }, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) =>
        _again.RunAsync($"give block {span}", () => _blocks.ReadAsync(span, cancellation), cancellation);

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<BlockHeader> HeaderOfAsync(TxHash hash, long? height, CancellationToken cancellation)
    {
        var answer = await _rpc.CallAsync(BitcoinCalls.Header(hash), cancellation);
        return AnswerText.Read(answer.Value(), $"getblockheader {hash}", (json, place) =>
        {
            var header = BitcoinDecoder.Header(new(json, place), Chain.Id);
            BitcoinBlockReader.Hold(header, hash, height);
            return header;
        });
    }
}
