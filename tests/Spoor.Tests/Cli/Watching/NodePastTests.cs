using Microsoft.Extensions.Time.Testing;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Cli.Watching;
using Spoor.Transfers;

namespace Spoor.Tests.Cli.Watching;

public sealed class NodePastTests
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    private static readonly Address Recipient = new(AddressKind.Account20, new byte[20]);

    private readonly FakeTimeProvider _clock = new(new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero));

    [Fact(Timeout = 30_000)]
    public async Task A_node_that_hangs_is_waited_for_two_seconds_and_then_left_alone_for_as_long()
    {
        await using var node = new Hanging();
        var past = new NodePast(new Dictionary<ChainId, RpcClient> { [Ethereum] = new(node) }, NodePast.Patience, _clock);

        var first = past.BeforeAsync(Ethereum, [Recipient], 100, TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        _clock.Advance(NodePast.Patience);
        Assert.True((await first)[Recipient].IsUnanswered);
        Assert.True((await past.BeforeAsync(Ethereum, [Recipient], 101, TestContext.Current.CancellationToken))[Recipient].IsUnanswered);
        Assert.Equal(1, node.Asked);

        _clock.Advance(NodePast.Patience);
        var later = past.BeforeAsync(Ethereum, [Recipient], 102, TestContext.Current.CancellationToken);
        Assert.False(later.IsCompleted);
        _clock.Advance(NodePast.Patience);
        await later;
        Assert.Equal(2, node.Asked);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_watch_that_is_ended_does_not_take_the_end_for_a_silent_node()
    {
        await using var node = new Hanging();
        var past = new NodePast(new Dictionary<ChainId, RpcClient> { [Ethereum] = new(node) }, NodePast.Patience, _clock);
        using var end = new CancellationTokenSource();

        var asked = past.BeforeAsync(Ethereum, [Recipient], 100, end.Token);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private sealed class Hanging : INodeTransport
    {
        public int Asked { get; private set; }

        public async Task<ReadOnlyMemory<byte>> PostAsync(
            string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
        {
            Asked++;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return default;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
