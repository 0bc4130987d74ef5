using System.Net;
using System.Net.Sockets;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;

namespace Spoor.Tests.Evm;

public sealed class EvmHeadNoticesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_wakes_long_before_the_next_question_is_due_and_again_after_the_connection_broke()
    {
        await using var notices = new NoticeServer(FreePort());
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, Waiting(notices.Url, TimeSpan.FromHours(1)));
        await UntilAsync(() => notices.Subscriptions == 1);

        await NextAsync(node, 10, notices.NotifyAsync);
        await notices.BreakAsync();
        await UntilAsync(() => notices.Subscriptions == 2);
        await NextAsync(node, 11, notices.NotifyAsync);
    }

    [Fact]
    public async Task A_notice_is_only_a_reason_to_ask_and_what_it_claims_is_not_believed()
    {
        await using var notices = new NoticeServer(FreePort());
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, Waiting(notices.Url, TimeSpan.FromHours(1)));
        await UntilAsync(() => notices.Subscriptions == 1);
        var known = (await node.HeadAsync(Cancellation)).Latest;

        var waiting = node.NextHeadAsync(known, Cancellation);
        await notices.NotifyAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancellation);
        Assert.False(waiting.IsCompleted);

        await NextAsync(node, 10, notices.NotifyAsync);
        Assert.Equal(10, (await waiting.WaitAsync(Patience, Cancellation)).Latest.Height);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"notifications not supported"}}""")]
    [InlineData("<html>")]
    [InlineData("[]")]
    public async Task Where_no_notice_is_to_be_had_the_head_is_asked_for_again_and_again(string answer)
    {
        await using var notices = new NoticeServer(FreePort()) { Answer = answer };
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, Waiting(notices.Url, TimeSpan.FromMilliseconds(20)));

        await NextAsync(node, 10, () => Task.CompletedTask);
    }

    [Fact]
    public async Task A_dead_address_for_notices_does_not_stop_anything()
    {
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, Waiting($"ws://127.0.0.1:{FreePort()}", TimeSpan.FromMilliseconds(20)));

        await NextAsync(node, 10, () => Task.CompletedTask);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_no_longer_wanted()
    {
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, Waiting($"ws://127.0.0.1:{FreePort()}", TimeSpan.FromHours(1)));
        var known = (await node.HeadAsync(Cancellation)).Latest;
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node.NextHeadAsync(known, leaving.Token).WaitAsync(Patience, Cancellation));
    }

    private async Task NextAsync(EvmNode node, int height, Func<Task> notify)
    {
        var known = (await node.HeadAsync(Cancellation)).Latest;
        var waiting = node.NextHeadAsync(known, Cancellation);
        _chain.Blocks = FakeEvm.Branch("a", height);
        await notify();
        Assert.Equal(height, (await waiting.WaitAsync(Patience, Cancellation)).Latest.Height);
    }

    private static EvmNodeSettings Waiting(string url, TimeSpan every) => new() { Notices = NodeEndpoint.Parse(url), PollEvery = every };

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }
}
