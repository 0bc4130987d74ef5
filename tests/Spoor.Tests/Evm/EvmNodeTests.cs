using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

public sealed class EvmNodeTests
{
    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_says_who_it_is_and_where_it_stands()
    {
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var identity = await node.IdentifyAsync(Cancellation);
        var head = await node.HeadAsync(Cancellation);

        Assert.Equal(new NodeIdentity(FakeNodes.Chain.Id, TxHash.Parse(_chain.Blocks[0].Hash), "Fake/v1", BlockGaps.None), identity);
        Assert.Equal((9, 5), (head.Latest.Height, head.Finalized));
        Assert.Equal(TxHash.Parse(_chain.Blocks[9].Hash), head.Latest.Hash);
        Assert.Equal(TxHash.Parse(_chain.Blocks[6].Hash), (await node.HeaderAsync(7, Cancellation))!.Parent);
        Assert.Null((await node.HeaderAsync(0, Cancellation))!.Parent);
        Assert.Null(await node.HeaderAsync(10, Cancellation));
    }

    [Fact]
    public async Task Every_way_to_receipts_and_traces_gives_the_same_blocks()
    {
        string expected = await ReadWithoutAsync();
        Assert.Contains("Token", expected, StringComparison.Ordinal);
        Assert.Contains("Fee", expected, StringComparison.Ordinal);

        Assert.Equal(expected, await ReadWithoutAsync("trace_block"));
        Assert.Equal(expected, await ReadWithoutAsync("trace_block", "debug_traceBlockByHash"));
        Assert.Equal(expected, await ReadWithoutAsync("eth_getBlockReceipts"));
        Assert.Equal(expected, await ReadWithoutAsync("eth_getBlockReceipts", "trace_block"));
    }

    [Fact]
    public async Task What_a_node_does_not_have_becomes_a_gap_and_the_rest_stays_as_it_is()
    {
        string[] whole = (await ReadWithoutAsync()).Split('\n');

        string[] withoutTraces = (await ReadWithoutAsync("trace_block", "debug_traceBlockByHash", "debug_traceBlockByNumber")).Split('\n');
        string[] withoutReceipts = (await ReadWithoutAsync("eth_getBlockReceipts", "eth_getTransactionReceipt")).Split('\n');

        Assert.All(withoutTraces.Where(line => !line.StartsWith(' ')), line => Assert.EndsWith("gaps InternalMoves", line, StringComparison.Ordinal));
        Assert.Equal(Moves(whole).Where(line => !line.EndsWith(" 7", StringComparison.Ordinal)), Moves(withoutTraces));
        Assert.All(withoutReceipts.Where(line => !line.StartsWith(' ')), line => Assert.EndsWith("gaps Receipts", line, StringComparison.Ordinal));
        Assert.Equal(Moves(whole).Where(line => !line.Contains(" Fee ", StringComparison.Ordinal)), Moves(withoutReceipts));
    }

    [Fact]
    public async Task What_a_node_lacks_is_said_when_it_identifies_itself()
    {
        _chain.Unknown.UnionWith(["trace_block", "debug_traceBlockByHash", "debug_traceBlockByNumber", "eth_getBlockReceipts", "eth_getTransactionReceipt"]);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        Assert.Equal(BlockGaps.InternalMoves | BlockGaps.Receipts, (await node.IdentifyAsync(Cancellation)).Gaps);
    }

    [Fact]
    public async Task State_thrown_away_is_a_gap_of_the_old_block_and_not_of_the_new()
    {
        _chain.Twist = (method, parameters, result) => method == "trace_block" && parameters[0]!.GetValue<string>() is "0x1" or "0x2"
            ? throw new FakeEvm.RefusalException(-32000, "required historical state unavailable (reexec=128)")
            : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var blocks = await node.BlocksAsync(new(1, 4), Cancellation);

        Assert.Equal([BlockGaps.InternalMoves, BlockGaps.InternalMoves, BlockGaps.None, BlockGaps.None], blocks.Select(block => block.Gaps));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Logs_refused_as_too_many_are_asked_for_in_halves_and_none_is_left_out(int mostLogs)
    {
        string expected = await ReadWithoutAsync("eth_getBlockReceipts", "eth_getTransactionReceipt");
        int calls = _chain.Calls.Count(method => method == "eth_getLogs");

        _chain.MostLogs = mostLogs;
        Assert.Equal(expected, await ReadWithoutAsync("eth_getBlockReceipts", "eth_getTransactionReceipt"));
        Assert.True(_chain.Calls.Count(method => method == "eth_getLogs") > calls + (9 / mostLogs));
    }

    [Fact]
    public async Task Logs_of_one_block_that_are_too_many_end_in_an_error()
    {
        _chain.MostLogs = 0;

        var fault = await Assert.ThrowsAsync<NodeException>(() => ReadWithoutAsync("eth_getBlockReceipts", "eth_getTransactionReceipt"));

        Assert.Contains("more than 0 results", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_head_is_seen_by_asking_again()
    {
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url, new() { PollEvery = TimeSpan.FromMilliseconds(10) });
        var known = (await node.HeadAsync(Cancellation)).Latest;

        var waiting = node.NextHeadAsync(known, Cancellation);
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        Assert.False(waiting.IsCompleted);

        _chain.Blocks = FakeEvm.Branch("a", 10);
        Assert.Equal(10, (await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation)).Latest.Height);
    }

    private async Task<string> ReadWithoutAsync(params string[] unknown)
    {
        _chain.Unknown.Clear();
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        return await node.ReadAsync(0, 10);
    }

    private static IEnumerable<string> Moves(IEnumerable<string> lines) => lines.Where(line => line.StartsWith(' '));
}
