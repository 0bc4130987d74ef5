using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Nodes that lie, and chains that change while they are read: an error or another reading, never a wrong block.</summary>
public sealed class EvmNodeHostileTests
{
    private static readonly string[] Receipts = ["eth_getBlockReceipts"];
    private static readonly string[] AllReceipts = ["eth_getBlockReceipts", "eth_getTransactionReceipt"];

    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string[]> Lies() => new()
    {
        { "block is null", "has no block", [] },
        { "block is text", "Expected a block", [] },
        { "block of another height", "Expected block", [] },
        { "block without hash", "with its hash", [] },
        { "block of another branch", "replaced between two answers", [] },
        { "receipts are null", "answered null", [] },
        { "receipts of another block", "", [] },
        { "a receipt is missing", "receipts", [] },
        { "receipts swapped", "", [] },
        { "receipts are an object", "", [] },
        { "a receipt is null", "answered null", Receipts },
        { "receipt of another transaction", "", Receipts },
        { "logs are missing", "logs are missing", AllReceipts },
        { "logs of another block", "replaced meanwhile", AllReceipts },
        { "a log twice", "comes twice", AllReceipts },
        { "a log is removed", "taken back", AllReceipts },
        { "a log is made up", "not in the header's logsBloom", AllReceipts },
        { "a log of a block not asked for", "blocks asked for", AllReceipts },
    };

    public static TheoryData<string, string, string[]> LiesAboutTraces() => new()
    {
        { "traces are null", "", [] },
        { "traces of another block", "", [] },
        { "a trace is missing", "", [] },
        { "traces are refused", "", [] },
        { "call traces of another block", "", ["trace_block"] },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_told_again_and_again_ends_in_an_error(string lie, string reason, string[] unknown)
    {
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        _chain.Twist = (method, parameters, result) => Tell(lie, method, parameters, result);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.ReadAsync(3, 3));

        Assert.Contains("asked 3 times", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LiesAboutTraces))]
    public async Task Traces_that_never_fit_are_a_gap_of_their_block_and_stop_nothing(string lie, string reason, string[] unknown)
    {
        Assert.Empty(reason);
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        _chain.Twist = (method, parameters, result) => Tell(lie, method, parameters, result);

        var blocks = await node.BlocksAsync(new(3, 3), Cancellation);

        Assert.Equal([BlockGaps.None, BlockGaps.InternalMoves, BlockGaps.None], blocks.Select(block => block.Gaps));
        Assert.Contains(blocks[1].Transfers, transfer => transfer.Kind == TransferKind.Token);
    }

    [Theory]
    [MemberData(nameof(LiesAboutTraces))]
    [MemberData(nameof(Lies))]
    public async Task A_lie_told_once_is_not_believed(string lie, string reason, string[] unknown)
    {
        Assert.NotNull(reason);
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        string expected = await node.ReadAsync(3, 3);
        bool isTold = false;
        _chain.Twist = (method, parameters, result) =>
        {
            if (isTold)
            {
                return result;
            }

            try
            {
                var twisted = Tell(lie, method, parameters, result?.DeepClone());
                isTold = !JsonNode.DeepEquals(twisted, result);
                return twisted;
            }
            catch (FakeEvm.RefusalException)
            {
                isTold = true;
                throw;
            }
        };

        Assert.Equal(expected, await node.ReadAsync(3, 3));
        Assert.True(isTold);
    }

    [Theory]
    [InlineData("eth_getBlockByNumber")]
    [InlineData("eth_getBlockReceipts")]
    [InlineData("trace_block")]
    [InlineData("eth_getTransactionReceipt", "eth_getBlockReceipts")]
    [InlineData("eth_getLogs", "eth_getBlockReceipts", "eth_getTransactionReceipt")]
    [InlineData("debug_traceBlockByHash", "trace_block")]
    [InlineData("debug_traceBlockByNumber", "trace_block", "debug_traceBlockByHash")]
    public async Task A_branch_that_changes_between_two_answers_gives_the_new_branch_and_no_mixture(string during, params string[] unknown)
    {
        _chain.Unknown.UnionWith(unknown);
        var fork = FakeEvm.Branch("bb", 9, _chain.Blocks[..5]);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        int calls = 0;

        // In the middle of the span: the first answers are of the old branch. Logs come in one answer for the whole span.
        int last = during == "eth_getLogs" ? 1 : 3;
        _chain.Twist = (method, _, result) =>
        {
            if (method == during && Interlocked.Increment(ref calls) == last)
            {
                _chain.Blocks = fork;
            }

            return result;
        };

        string read = await node.ReadAsync(3, 5);

        _chain.Twist = (_, _, result) => result;
        Assert.True(calls >= last);
        Assert.Same(fork, _chain.Blocks);
        Assert.Equal(await node.ReadAsync(3, 5), read);
    }

    [Fact]
    public async Task A_node_of_another_chain_is_asked_for_its_number_and_nothing_else()
    {
        _chain.ChainId = 5;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(1, 1), Cancellation));

        Assert.Contains("serves chain 5, 31337 was expected", fault.Message, StringComparison.Ordinal);
        Assert.Equal("eth_chainId", Assert.Single(_chain.Calls));
    }

    [Fact]
    public async Task A_copy_of_a_public_chain_is_refused_by_its_first_block_unless_it_is_wanted()
    {
        _chain.ChainId = 1;
        await using var server = _chain.Serve();
        await using var strict = FakeNodes.To(server.Url, chain: ChainRegistry.Find("ethereum"));
        await using var lenient = FakeNodes.To(server.Url, new() { AcceptsOtherGenesis = true }, ChainRegistry.Find("ethereum"));

        var fault = await Assert.ThrowsAsync<NodeException>(() => strict.IdentifyAsync(Cancellation));
        Assert.Contains("0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3", fault.Message, StringComparison.Ordinal);

        Assert.Equal(TxHash.Parse(_chain.Blocks[0].Hash), (await lenient.IdentifyAsync(Cancellation)).Genesis);
    }

    [Theory]
    [InlineData("\"0x\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_chain_number_that_is_none_ends_in_an_error(string number)
    {
        _chain.Twist = (method, _, result) => method == "eth_chainId" ? JsonNode.Parse(number) : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        await Assert.ThrowsAsync<NodeException>(() => node.IdentifyAsync(Cancellation));
    }

    [Fact]
    public async Task A_final_block_above_the_newest_is_not_believed()
    {
        _chain.Twist = (method, parameters, result) =>
            method == "eth_getBlockByNumber" && parameters[0]!.GetValue<string>() == "latest" ? _chain.Blocks[2].ToJson(false) : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.HeadAsync(Cancellation));

        Assert.Contains("Block 5 is called final while the newest is 2", fault.Message, StringComparison.Ordinal);
    }

    // Lies about block 4; all else is right.
    private JsonNode? Tell(string lie, string method, JsonArray parameters, JsonNode? result)
    {
        var (four, five) = (_chain.Blocks[4], _chain.Blocks[5]);
        string about = parameters is [JsonValue first, ..] ? first.GetValue<string>() : "";
        bool isFour = about == "0x4" || about == four.Hash;
        return (method, lie) switch
        {
            ("eth_getBlockByNumber", "block is null") when isFour => null,
            ("eth_getBlockByNumber", "block is text") when isFour => "0x4",
            ("eth_getBlockByNumber", "block of another height") when isFour => five.ToJson(true),
            ("eth_getBlockByNumber", "block without hash") when isFour => With(result, "hash", null),
            ("eth_getBlockByNumber", "block of another branch") when isFour => FakeEvm.Branch("b", 4)[4].ToJson(true),
            ("eth_getBlockReceipts", "receipts are null") when isFour => null,
            ("eth_getBlockReceipts", "receipts are an object") when isFour => new JsonObject(),
            ("eth_getBlockReceipts", "receipts of another block") when isFour => five.Receipts(),
            ("eth_getBlockReceipts", "a receipt is missing") when isFour => new JsonArray(four.Receipts()[0]!.DeepClone()),
            ("eth_getBlockReceipts", "receipts swapped") when isFour => new JsonArray(four.Receipts()[1]!.DeepClone(), four.Receipts()[0]!.DeepClone()),
            ("eth_getTransactionReceipt", "a receipt is null") when four.ReceiptOf(about) is not null => null,
            ("eth_getTransactionReceipt", "receipt of another transaction") when four.ReceiptOf(about) is not null => five.Receipts()[0]!.DeepClone(),
            ("eth_getLogs", "logs are missing") => new JsonArray([.. result!.AsArray().Skip(1).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "logs of another block") => Changed(result, log => With(log, "blockHash", FakeBlock.HashOf("other"))),
            ("eth_getLogs", "a log twice") => new JsonArray([.. result!.AsArray().Append(result.AsArray()[0]).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "a log is removed") => Changed(result, log => With(log, "removed", true)),
            ("eth_getLogs", "a log is made up") => new JsonArray([.. result!.AsArray().Append(MadeUp(result.AsArray()[0]!)).Select(log => log!.DeepClone())]),
            ("eth_getLogs", "a log of a block not asked for") => Changed(result, log => With(log, "blockNumber", "0x9")),
            ("trace_block", "traces are null") when isFour => null,
            ("trace_block", "traces are refused") when isFour => throw new FakeEvm.RefusalException(-32000, "execution timeout"),
            ("trace_block", "traces of another block") when isFour => five.FlatTraces(),
            ("trace_block", "a trace is missing") when isFour => new JsonArray(four.FlatTraces()[0]!.DeepClone()),
            ("debug_traceBlockByHash", "call traces of another block") when isFour => five.CallTraces(),
            _ => result,
        };
    }

    private static JsonNode MadeUp(JsonNode log) => With(With(log.DeepClone(), "logIndex", "0x1"), "address", "0x00000000000000000000000000000000000bad00")!;

    private static JsonArray Changed(JsonNode? list, Func<JsonNode?, JsonNode?> change) => [.. list!.AsArray().Select(item => change(item!.DeepClone()))];

    private static JsonNode With(JsonNode? node, string name, JsonNode? value)
    {
        var changed = node!.DeepClone();
        changed[name] = value;
        return changed;
    }
}
