using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Tests.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Blocks too heavy to trace, nodes that fail when they are looked at, and stand-ins that are not what the first node was.</summary>
public sealed class EvmNodeTroubleTests
{
    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_longer_than_the_limit_are_a_gap_of_their_block()
    {
        _chain.Twist = (method, parameters, result) => method == "trace_block" && parameters[0]!.GetValue<string>() == "0x4"
            ? new JsonArray(new string('x', 200_000))
            : result;

        Assert.Equal([BlockGaps.None, BlockGaps.InternalMoves, BlockGaps.None], await GapsAsync(Transports.Quick with { MaxAnswerBytes = 100_000 }));
    }

    [Fact]
    public async Task Traces_that_take_too_long_are_a_gap_of_their_block()
    {
        await using var server = new WireServer(request => WireReply.Json(_chain.Answer(request.Body)) with
        {
            After = request.Body.Contains("trace_block\",\"params\":[\"0x4\"]", StringComparison.Ordinal) ? Task.Delay(Timeout.Infinite, Cancellation) : Task.CompletedTask,
        });

        Assert.Equal([BlockGaps.None, BlockGaps.InternalMoves, BlockGaps.None], await GapsAsync(Transports.Quick with { TimeLimit = TimeSpan.FromSeconds(1) }, server.Url));
    }

    [Fact]
    public async Task A_node_that_fails_when_its_newest_block_is_traced_is_not_taken_for_one_without_traces()
    {
        _chain.Twist = (method, parameters, result) =>
            (method == "trace_block" && parameters[0]!.GetValue<string>() == "0x9") || (method.StartsWith("debug_", StringComparison.Ordinal) && parameters[0]!.GetValue<string>() is var name && (name == "0x9" || name == _chain.Blocks[9].Hash))
                ? throw new FakeEvm.RefusalException(-32000, "execution timeout")
                : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        Assert.Equal(BlockGaps.None, (await node.IdentifyAsync(Cancellation)).Gaps);
        Assert.Equal(BlockGaps.None, Assert.Single(await node.BlocksAsync(new(4, 1), Cancellation)).Gaps);
    }

    [Fact]
    public async Task Failures_while_a_node_is_looked_at_do_not_make_it_one_without_receipts()
    {
        _chain.Twist = (method, _, result) => method is "eth_getBlockReceipts" or "eth_getTransactionReceipt" ? throw new FakeEvm.RefusalException(-32000, "busy") : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        Assert.Equal(BlockGaps.None, (await node.IdentifyAsync(Cancellation)).Gaps);
    }

    [Theory]
    [InlineData(-32601, "the method does not exist/is not available")]
    [InlineData(-32600, "trace_block is not available on the Free tier - upgrade to Pay As You Go")]
    [InlineData(-32000, "method trace_block not supported")]
    public async Task A_refusal_in_plain_words_means_no(int code, string message)
    {
        _chain.Twist = (method, _, result) => method.Contains("trace", StringComparison.Ordinal) ? throw new FakeEvm.RefusalException(code, message) : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        Assert.Equal(BlockGaps.InternalMoves, (await node.IdentifyAsync(Cancellation)).Gaps);
    }

    [Fact]
    public async Task A_stand_in_without_traces_goes_on_with_gaps()
    {
        var standIn = new FakeEvm { Blocks = _chain.Blocks };
        standIn.Unknown.UnionWith(["trace_block", "debug_traceBlockByHash", "debug_traceBlockByNumber"]);
        bool isDown = false;
        await using var first = new WireServer(request => isDown ? new() { Drops = true } : WireReply.Json(_chain.Answer(request.Body)));
        await using var second = standIn.Serve();
        await using var node = EvmNode.Open(
            FakeNodes.Chain, [NodeEndpoint.Parse(first.Url), NodeEndpoint.Parse(second.Url)], Transports.Quick, new() { Rereads = 3 }, TimeProvider.System);
        Assert.Equal(BlockGaps.None, Assert.Single(await node.BlocksAsync(new(4, 1), Cancellation)).Gaps);

        isDown = true;

        Assert.Equal(BlockGaps.InternalMoves, Assert.Single(await node.BlocksAsync(new(5, 1), Cancellation)).Gaps);
    }

    [Fact]
    public async Task A_stand_in_of_another_chain_with_the_same_number_is_not_believed()
    {
        var copy = new FakeEvm { Blocks = FakeEvm.Branch("b", 9) };
        bool isDown = false;
        await using var first = new WireServer(request => isDown ? new() { Drops = true } : WireReply.Json(_chain.Answer(request.Body)));
        await using var second = copy.Serve();
        await using var node = EvmNode.Open(
            FakeNodes.Chain, [NodeEndpoint.Parse(first.Url), NodeEndpoint.Parse(second.Url)], Transports.Quick, new() { Rereads = 3 }, TimeProvider.System);
        _ = await node.HeadAsync(Cancellation);

        isDown = true;

        await Assert.ThrowsAsync<NodeException>(() => node.HeadAsync(Cancellation));
        Assert.Equal(["eth_chainId", "eth_getBlockByNumber"], copy.Calls.Distinct());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"jsonrpc":"2.0","id":0,"result":"0x7a69"}]""")]
    [InlineData("""{"jsonrpc":"2.0","id":5,"result":"0x7a69"}""")]
    public async Task A_greeting_answered_with_a_list_or_another_id_is_an_error_and_no_crash(string body)
    {
        await using var server = WireServer.Replying(WireReply.Json(body));
        await using var node = FakeNodes.To(server.Url);

        await Assert.ThrowsAsync<NodeException>(() => node.IdentifyAsync(Cancellation));
    }

    private async Task<IEnumerable<BlockGaps>> GapsAsync(TransportLimits limits, string? url = null)
    {
        await using var server = _chain.Serve();
        await using var node = EvmNode.Open(FakeNodes.Chain, [NodeEndpoint.Parse(url ?? server.Url)], limits, new() { Rereads = 3 }, TimeProvider.System);
        return (await node.BlocksAsync(new(3, 3), Cancellation)).Select(block => block.Gaps);
    }
}
