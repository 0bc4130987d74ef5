using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>An EVM client over JSON-RPC; what it lacks is found out once and becomes gaps, what contradicts itself is read again.</summary>
public sealed class EvmNode : IChainNode
{
    private const int TraceBatch = 4;

    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    private readonly INodeTransport _transport;
    private readonly EvmNodeSettings _settings;
    private readonly TimeProvider _time;
    private readonly RpcClient _rpc;
    private readonly EvmHeads _heads;
    private readonly Backoff _backoff = new(FirstRest, LongestRest, seed: 1);
    private readonly SemaphoreSlim _probing = new(1);
    private EvmReading? _reading;

    /// <param name="chain">An EVM chain.</param>
    /// <param name="transport">To the node; is disposed of with this.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="time">The clock of rests and of asking for the head.</param>
    public EvmNode(Chain chain, INodeTransport transport, EvmNodeSettings settings, TimeProvider time)
    {
        Chain = chain;
        _transport = transport;
        _settings = settings;
        _time = time;
        _rpc = new(transport);
        _heads = new(settings.Notices, time);
    }

    public Chain Chain { get; }

    /// <summary>A node behind several endpoints, each held to the chain before it is believed anything.</summary>
    public static EvmNode Open(
        Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, EvmNodeSettings settings, TimeProvider time) =>
        new(chain, Transport(chain, endpoints, limits, time), settings, time);

    /// <summary>A way to the endpoints for questions beside the blocks; each is held to the chain before it is believed anything.</summary>
    public static HttpTransport Transport(Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, TimeProvider time) =>
        new(endpoints, limits, time, EvmIdentity.Greeting(chain));

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) =>
        ConsistentAsync("say who it is", async () =>
        {
            var (genesis, client) = await EvmIdentity.AskAsync(_rpc, Chain, _settings.AcceptsOtherGenesis, cancellation);
            var reading = await ReadingAsync(cancellation);
            return new NodeIdentity(Chain.Id, genesis, client, reading.Abilities.Gaps);
        }, cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) =>
        ConsistentAsync("give its head", async () => await EvmHeads.AskAsync(_rpc, Chain.Id, (await ReadingAsync(cancellation)).Abilities, cancellation), cancellation);

    public async Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation)
    {
        var every = _settings.PollEvery ?? EvmHeads.PollFor((await ReadingAsync(cancellation)).Abilities.BlockTime);
        for (int unchanged = 0; ; unchanged++)
        {
            var head = await HeadAsync(cancellation);
            if (head.Latest.Hash != known.Hash)
            {
                return head;
            }

            await _heads.WaitAsync(every, unchanged, cancellation);
        }
    }

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) =>
        ConsistentAsync($"give the header of block {height}", async () =>
        {
            var answer = await _rpc.CallAsync(EvmCalls.Block(height, whole: false), cancellation);
            return answer.IsNull ? null : EvmHeader.Read(answer.Value(), Chain.Id, height).Header;
        }, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) =>
        ConsistentAsync<IReadOnlyList<Block>>($"give block {span} without contradiction", async () =>
        {
            var reading = await ReadingAsync(cancellation);
            var raw = await reading.Blocks.ReadAsync(span, cancellation);
            using var trace = BlockTrace.Of("decode", Chain.Id, span.First, span.Count);
            return [.. raw.Select(block => EvmDecoder.Decode(block, Chain))];
        }, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _heads.DisposeAsync();
        await _transport.DisposeAsync();
        _probing.Dispose();
    }

    private async Task<EvmReading> ReadingAsync(CancellationToken cancellation)
    {
        if (_reading is { } known)
        {
            return known;
        }

        await _probing.WaitAsync(cancellation);
        try
        {
            if (_reading is null)
            {
                var abilities = await new EvmProbe(_rpc, Chain, _settings).RunAsync(cancellation);
                _reading = new(abilities, new(_rpc, new(_transport, TraceBatch), Chain, abilities));
            }

            return _reading;
        }
        finally
        {
            _probing.Release();
        }
    }

    // Single requests are repeated by the transport. This repeats a reading whose parts, each fine by itself, do not agree.
    private async Task<T> ConsistentAsync<T>(string what, Func<Task<T>> read, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await read();
            }
            catch (NodeAnswerException fault) when (attempt >= _settings.Rereads)
            {
                throw new NodeException(
                    $"The node of {Chain} could not {what}, asked {attempt} times. The last time: {fault.Message.TrimEnd('.')}. "
                    + "See that its endpoints serve the same chain and keep up with each other, or name another node.", fault);
            }
            catch (NodeAnswerException)
            {
                await Task.Delay(_backoff.After(attempt), _time, cancellation);
            }
        }
    }

    private sealed record EvmReading(EvmAbilities Abilities, EvmBlockReader Blocks);
}
