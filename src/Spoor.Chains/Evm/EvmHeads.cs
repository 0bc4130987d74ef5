using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Where an EVM chain stands, and when to ask again.</summary>
internal sealed class EvmHeads(NodeEndpoint? notices, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(3);

    // A notice can come before the endpoint that is asked has the block.
    private static readonly TimeSpan AfterNotice = TimeSpan.FromMilliseconds(50);

    private readonly EvmHeadNotices? _notices = notices is null ? null : new(notices, time);

    /// <summary>Four times a block: a new head is seen within a quarter of the time between blocks.</summary>
    public static TimeSpan PollFor(TimeSpan blockTime) =>
        blockTime / 4 is var quarter && quarter < ShortestPoll ? ShortestPoll : quarter > LongestPoll ? LongestPoll : quarter;

    public static async Task<NodeHead> AskAsync(RpcClient rpc, ChainId chain, EvmAbilities abilities, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync(abilities.TellsFinalized ? [EvmCalls.Latest, EvmCalls.Finalized] : [EvmCalls.Latest], cancellation);
        var latest = EvmHeader.Read(answers[0].Value(), chain, asked: null).Header;
        if (!abilities.TellsFinalized || answers[1].Error is not null || answers[1].IsNull)
        {
            return new(latest, Finalized: null);
        }

        long finalized = EvmHeader.Read(answers[1].Value(), chain, asked: null).Header.Height;
        return finalized <= latest.Height
            ? new(latest, finalized)
            : throw new NodeAnswerException($"Block {finalized} is called final while the newest is {latest.Height}");
    }

    /// <param name="every">How long to wait where no notice comes.</param>
    /// <param name="unchanged">How often in a row the head was the same.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan every, int unchanged, CancellationToken cancellation)
    {
        if (_notices is null)
        {
            await Task.Delay(every, time, cancellation);
            return;
        }

        bool noticed = await _notices.WaitAsync(every, cancellation);
        if (noticed && unchanged > 0)
        {
            await Task.Delay(AfterNotice, time, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_notices is not null)
        {
            await _notices.DisposeAsync();
        }
    }
}
