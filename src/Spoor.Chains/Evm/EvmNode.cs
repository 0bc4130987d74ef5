using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>An EVM client over JSON-RPC; what it lacks is found out once and becomes gaps, what contradicts itself is read again.</summary>
public sealed class EvmNode : IChainNode
{
    // A node may learn, and a stand-in may know more or less: what is lacking is asked about again.
    private static readonly TimeSpan ProbeAgain = TimeSpan.FromMinutes(10);

    private readonly INodeTransport _transport;
    private readonly EvmNodeSettings _settings;
    private readonly TimeProvider _time;
    private readonly RpcClient _rpc;
    private readonly EvmHeads _heads;
    private readonly Rereading _again;
    private readonly SemaphoreSlim _probing = new(1);
    private volatile EvmReading? _reading;

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
        _again = new(settings.Rereads, time);
    }

    public Chain Chain { get; }

    /// <summary>A node behind several endpoints, each held to the chain before it is believed anything.</summary>
    public static EvmNode Open(
        Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, EvmNodeSettings settings, TimeProvider time) =>
        new(chain, Transport(chain, endpoints, limits, settings.AcceptsOtherGenesis, time), settings, time);

    /// <summary>A way to the endpoints for questions beside the blocks; each is held to the chain before it is believed anything.</summary>
    public static HttpTransport Transport(
        Chain chain, IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, bool acceptsOtherGenesis, TimeProvider time) =>
        new(endpoints, limits, time, EvmIdentity.Greeting(chain, acceptsOtherGenesis));

    public Task<NodeIdentity> IdentifyAsync(CancellationToken cancellation) =>
        _again.RunAsync("say who it is", async () =>
        {
            var (genesis, client) = await EvmIdentity.AskAsync(_rpc, Chain, _settings.AcceptsOtherGenesis, cancellation);
            var reading = await ReadingAsync(cancellation);
            return new NodeIdentity(Chain.Id, genesis, client, reading.Abilities.Gaps);
        }, cancellation);

    public Task<NodeHead> HeadAsync(CancellationToken cancellation) =>
        _again.RunAsync("give its head", async () => await EvmHeads.AskAsync(_rpc, Chain.Id, (await ReadingAsync(cancellation)).Abilities, cancellation), cancellation);

    public async Task<NodeHead> NextHeadAsync(BlockHeader known, CancellationToken cancellation)
    {
        var every = _settings.PollEvery ?? EvmHeads.PollFor((await ReadingAsync(cancellation)).Abilities.BlockTime);
        return await HeadPolling.UntilOtherAsync(
            known, () => HeadAsync(cancellation), unchanged => _heads.WaitAsync(every, unchanged, cancellation));
    }

    public Task<BlockHeader?> HeaderAsync(long height, CancellationToken cancellation) =>
        _again.RunAsync($"give the header of block {height}", async () =>
        {
            var answer = await _rpc.CallAsync(EvmCalls.Block(height, whole: false), cancellation);
            return answer.IsNull ? null : EvmHeader.Read(answer.Value(), Chain.Id, height).Header;
        }, cancellation);

    public Task<IReadOnlyList<Block>> BlocksAsync(BlockSpan span, CancellationToken cancellation) =>
        _again.RunAsync<IReadOnlyList<Block>>($"give block {span}", isLast => ReadAsync(span, isLast, cancellation), cancellation);

    public async ValueTask DisposeAsync()
    {
        await _heads.DisposeAsync();
        await _transport.DisposeAsync();
        _probing.Dispose();
    }

    private async Task<IReadOnlyList<Block>> ReadAsync(BlockSpan span, bool isLast, CancellationToken cancellation)
    {
        var reading = await ReadingAsync(cancellation);
        try
        {
            var raw = await reading.Blocks.ReadAsync(span, isLast, cancellation);
            using var trace = BlockTrace.Of("decode", Chain.Id, span.First, span.Count);
            return [.. raw.Select(block => isLast ? EvmDecoder.DecodeWithoutBadTraces(block, Chain) : EvmDecoder.Decode(block, Chain))];
        }
        catch (NodeAnswerException lost) when (RpcFault.IsNotOffered(lost))
        {
            // A method that was there is gone: another endpoint answers now, and what it knows has to be found out.
            _ = Interlocked.CompareExchange(ref _reading, null, reading);
            throw new NodeAnswerException(lost.Message, lost);
        }
    }

    private async Task<EvmReading> ReadingAsync(CancellationToken cancellation)
    {
        if (_reading is { } known && !IsDue(known))
        {
            return known;
        }

        await _probing.WaitAsync(cancellation);
        try
        {
            if (_reading is { } earlier && !IsDue(earlier))
            {
                return earlier;
            }

            var abilities = await new EvmProbe(_rpc, Chain, _settings).RunAsync(cancellation);
            var found = new EvmReading(abilities, new(_rpc, new(_transport, EvmTraceReader.Batch), Chain, abilities), _time.GetTimestamp());
            _reading = found;
            return found;
        }
        finally
        {
            _probing.Release();
        }
    }

    private bool IsDue(EvmReading reading) =>
        reading.Abilities.Lacks(_settings.ReadsTraces) && _time.GetElapsedTime(reading.FoundAt) >= ProbeAgain;

    private sealed record EvmReading(EvmAbilities Abilities, EvmBlockReader Blocks, long FoundAt);
}
