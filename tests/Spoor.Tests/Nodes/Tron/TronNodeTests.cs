using Spoor.Chains.Nodes;
using Spoor.Chains.Tron;

namespace Spoor.Tests.Nodes.Tron;

public sealed class TronNodeTests
{
    // Block 0 of the main chain; its header has no number and no time, because protobuf leaves zeros out.
    internal const string Genesis =
        """{"blockID":"00000000000000001ebf88508a03865c71d452e25f4d51194196a1d22b6653dc","block_header":{"raw_data":{"parentHash":"e58f33f9baf9305dc6f82b9f1934ea8f0ade2defb951258d50167028c780351f"}}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_is_held_to_the_chain_it_is_given_for()
    {
        await using var node = Node((path, _) => path == "wallet/getnodeinfo" ? """{"configNodeInfo":{"codeVersion":"4.7.5"}}""" : Genesis);
        await using var other = Node((_, _) => Genesis.Replace("2b6653dc", "2b6653dd", StringComparison.Ordinal));

        var identity = await node.IdentifyAsync(Cancellation);
        var fault = await Assert.ThrowsAsync<NodeException>(() => other.IdentifyAsync(Cancellation));

        Assert.Equal(("00000000000000001ebf88508a03865c71d452e25f4d51194196a1d22b6653dc", "java-tron 4.7.5"), ($"{identity.Genesis}", identity.Client));
        Assert.Contains("ends in 2b6653dc", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_hides_its_name_is_taken_without_one()
    {
        await using var node = Node((path, _) => path == "wallet/getnodeinfo" ? """{"Error":"closed"}""" : Genesis);

        Assert.Equal("", (await node.IdentifyAsync(Cancellation)).Client);
    }

    [Fact]
    public async Task The_head_is_the_newest_block_and_what_is_solid_is_final()
    {
        await using var node = Node(Recorded);

        var head = await node.HeadAsync(Cancellation);

        Assert.Equal((TronText.NextId, TronText.Height + 1, TronText.Height), ($"{head.Latest.Hash}", head.Latest.Height, head.Finalized));
        Assert.Equal(TronText.Id, $"{(await node.HeaderAsync(TronText.Height, Cancellation))?.Hash}");
        Assert.Null(await node.HeaderAsync(TronText.Height + 2, Cancellation));
    }

    [Fact]
    public async Task Without_the_solidity_interface_finality_is_left_to_who_follows()
    {
        await using var node = Node((path, body) => path.StartsWith("walletsolidity", StringComparison.Ordinal)
            ? throw new NodeAnswerException("HTTP 404 Not Found") { MayPass = false, Code = 404 }
            : Recorded(path, body));

        Assert.Null((await node.HeadAsync(Cancellation)).Finalized);
    }

    [Fact]
    public async Task A_new_head_is_waited_for()
    {
        int asked = 0;
        await using var node = Node((path, body) => path == "wallet/getnowblock" && asked++ < 3 ? TronText.Block() : Recorded(path, body));
        var known = await node.HeadAsync(Cancellation);

        var next = await node.NextHeadAsync(known.Latest, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal((TronText.Id, TronText.NextId, 4), ($"{known.Latest.Hash}", $"{next.Latest.Hash}", asked));
    }

    [Fact]
    public async Task Consecutive_blocks_are_read_with_the_infos_of_their_transactions()
    {
        await using var node = Node(Recorded);

        var blocks = await node.BlocksAsync(new(TronText.Height, 2), Cancellation);

        Assert.Equal([TronText.Id, TronText.NextId], blocks.Select(block => $"{block.Hash}"));
        Assert.Equal([16, 0], blocks.Select(block => block.Transfers.Count));
        Assert.Equal(blocks[0].Hash, blocks[1].Parent);
    }

    [Fact]
    public async Task Infos_that_are_missing_at_first_are_asked_for_again()
    {
        int asked = 0;
        await using var node = Node((path, body) => path.EndsWith("infobyblocknum", StringComparison.Ordinal) && asked++ == 0 ? "[]" : Recorded(path, body));

        Assert.Equal(16, Assert.Single(await node.BlocksAsync(new(TronText.Height, 1), Cancellation)).Transfers.Count);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_stays_wrong_ends_in_an_error_that_says_what_to_do()
    {
        await using var without = Node((path, body) => path.EndsWith("infobyblocknum", StringComparison.Ordinal) ? "[]" : Recorded(path, body));
        await using var other = Node((path, body) => path == "wallet/getblockbynum" ? TronText.Block(TronText.Height + 1) : "[]");
        await using var above = Node(Recorded);
        await using var broken = Node((_, _) => """{"Error":"class java.lang.NullPointerException : null"}""");

        await AssertRefusedAsync(without, TronText.Height, "storage.transHistory.switch");
        await AssertRefusedAsync(other, TronText.Height, "block 62300001 came");
        await AssertRefusedAsync(above, TronText.Height + 2, "blockID");
        await AssertRefusedAsync(broken, TronText.Height, "NullPointerException");
    }

    private static async Task AssertRefusedAsync(TronNode node, long height, string words)
    {
        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(height, 1), Cancellation));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    private static string Recorded(string path, string body) => (path, body) switch
    {
        ("wallet/getnowblock", _) => TronText.Block(TronText.Height + 1),
        ("walletsolidity/getnowblock", _) => TronText.Block(),
        ("wallet/getblockbynum", """{"num":62300000}""") => TronText.Block(),
        ("wallet/getblockbynum", """{"num":62300001}""") => TronText.Block(TronText.Height + 1),
        ("wallet/getblockbynum", _) => "{}",
        ("wallet/gettransactioninfobyblocknum", """{"num":62300000}""") => TronText.Infos(),
        _ => "[]",
    };

    private static TronNode Node(Func<string, string, string> answers) => new(
        TronText.Chain, new ReplayTransport(answers), new() { PollEvery = TimeSpan.FromMilliseconds(5), Rereads = 2 }, TimeProvider.System);
}
