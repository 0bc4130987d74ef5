using Spoor.Chains.Bitcoin;
using Spoor.Chains.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Nodes.Bitcoin.RecordedCore;

namespace Spoor.Tests.Nodes.Bitcoin;

public sealed class BitcoinNodeTests
{
    private const string CashFork = "\"000000000000000000651ef99cb9fcbe0dadde1d424bd9f15ff20136191a5eec\"";
    private const string BitcoinThere = "\"00000000000000000019f112ec0a9982926f1258cdcc558dd7c3b7e5dc7fa148\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_is_held_to_the_chain_it_is_given_for()
    {
        await using var node = Node(question => Identity(question, BitcoinThere));

        var identity = await node.IdentifyAsync(Cancellation);

        Assert.Equal(("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f", "/Satoshi:27.0.0/", BlockGaps.None), ($"{identity.Genesis}", identity.Client, identity.Gaps));
    }

    [Theory]
    [InlineData("bitcoin", CashFork, "serves Bitcoin Cash")]
    [InlineData("bitcoin-cash", BitcoinThere, "another branch than Bitcoin Cash")]
    [InlineData("litecoin", TooHigh, "that of Litecoin (bip122:12a765e31ffd4059bada1e25190f6e98) begins with 12a765e31ffd4059bada1e25190f6e98")]
    public async Task A_node_of_another_chain_is_refused(string chain, string fork, string words)
    {
        await using var node = Node(question => Identity(question, fork), chain);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.IdentifyAsync(Cancellation));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bitcoin", TooHigh)]
    [InlineData("bitcoin-cash", CashFork)]
    public async Task A_node_that_is_still_short_or_of_the_right_branch_is_taken(string chain, string fork)
    {
        await using var node = Node(question => Identity(question, fork), chain);

        Assert.Equal(ChainRegistry.Find(chain).Id, (await node.IdentifyAsync(Cancellation)).Chain);
    }

    [Fact]
    public async Task The_head_is_the_best_block_and_what_has_six_confirmations_is_final()
    {
        await using var node = Node(Recorded);

        var head = await node.HeadAsync(Cancellation);

        Assert.Equal((Answer.Hash, 840000L, 839995L), ($"{head.Latest.Hash}", head.Latest.Height, head.Finalized));
        Assert.Equal(head.Latest, await node.HeaderAsync(840000, Cancellation));
        Assert.Null(await node.HeaderAsync(840001, Cancellation));
    }

    [Fact]
    public async Task A_new_head_is_waited_for()
    {
        int asked = 0;
        await using var node = Node(question => question.StartsWith("getblockchaininfo", StringComparison.Ordinal) && asked++ < 3 ? """{"bestblockhash":"00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048"}""" : Recorded(question));
        var known = await node.HeadAsync(Cancellation);

        var next = await node.NextHeadAsync(known.Latest, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal((1L, Answer.Hash, 4), (known.Latest.Height, $"{next.Latest.Hash}", asked));
    }

    [Fact]
    public async Task A_block_is_asked_for_with_what_its_inputs_spend()
    {
        await using var node = Node(Recorded, out var replay);

        var block = Assert.Single(await node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Equal(BlockText.Whole(Answer.Decode(Answer.Text())), BlockText.Whole(block));
        Assert.Contains(replay.Asked, question => question.Contains("\"getblock\",\"params\":[\"" + Answer.Hash + "\",3]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_without_verbosity_3_is_asked_for_the_transactions_whose_outputs_are_spent()
    {
        await using var node = Node(question => question switch
        {
            _ when question.EndsWith(",3]", StringComparison.Ordinal) => """error{"code":-8,"message":"Verbosity must be in range from 0 to 2"}""",
            _ when question.StartsWith("getblock [", StringComparison.Ordinal) => Answer.Text(2),
            _ when question.StartsWith("getrawtransaction", StringComparison.Ordinal) => Earlier(question),
            _ => Recorded(question),
        });

        var block = Assert.Single(await node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Equal(BlockGaps.None, block.Gaps);
        Assert.Equal(BlockText.Whole(Answer.Decode(Answer.Text())), BlockText.Whole(block));
    }

    [Fact]
    public async Task What_a_node_without_an_index_does_not_find_is_a_gap()
    {
        await using var node = Node(question => question switch
        {
            _ when question.StartsWith("getblock [", StringComparison.Ordinal) => Answer.Text(2),
            _ when question.StartsWith("getrawtransaction", StringComparison.Ordinal) => """error{"code":-5,"message":"No such mempool transaction. Use -txindex or provide a block hash to enable blockchain transaction queries."}""",
            _ => Recorded(question),
        });

        var block = Assert.Single(await node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Equal((BlockGaps.SpentOutputs, 13), (block.Gaps, block.Transfers.Count));
    }

    [Theory]
    [InlineData("Block not available (pruned data)", "-prune=0")]
    [InlineData("Undo data expected but can't be read. This could be due to disk corruption or a conflict with a pruning event.", "-reindex")]
    [InlineData("Block not found on disk", "wait until it has")]
    public async Task What_a_node_has_not_is_said_with_what_to_do(string message, string advice)
    {
        await using var node = Node(question => question.StartsWith("getblock [", StringComparison.Ordinal) ? $$"""error{"code":-1,"message":"{{message}}"}""" : Recorded(question));

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Contains("Block 840000", fault.Message, StringComparison.Ordinal);
        Assert.Contains(advice, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_above_the_head_is_an_error_and_not_an_empty_block()
    {
        await using var node = Node(Recorded);

        Assert.Contains("out of range", (await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(840001, 1), Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_block_than_was_asked_for_is_refused()
    {
        await using var hash = Node(question => question == "getblockhash [840000]" ? $"\"{new string('a', 64)}\"" : Recorded(question));
        await using var height = Node(question => question == "getblockhash [7]" ? $"\"{Answer.Hash}\"" : Recorded(question));

        Assert.Contains($"block {Answer.Hash} of height 840000 came", (await Assert.ThrowsAsync<NodeException>(() => hash.BlocksAsync(new(840000, 1), Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("of height 7 was asked for", (await Assert.ThrowsAsync<NodeException>(() => height.BlocksAsync(new(7, 1), Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_that_do_not_follow_one_another_are_read_again_and_then_refused()
    {
        await using var node = Node(question => question switch
        {
            "getblockhash [839999]" => $"\"{Answer.Hash}\"",
            _ => Recorded(question),
        });

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(839999, 2), Cancellation));

        Assert.Contains("asked 2 times", fault.Message, StringComparison.Ordinal);
    }

    private static BitcoinNode Node(Func<string, string> answers, string chain = "bitcoin") =>
        new(ChainRegistry.Find(chain), ReplayTransport.OfRpc(answers), Settings, TimeProvider.System);

    private static BitcoinNode Node(Func<string, string> answers, out ReplayTransport replay)
    {
        replay = ReplayTransport.OfRpc(answers);
        return new(Answer.Bitcoin, replay, Settings, TimeProvider.System);
    }

    private static BitcoinNodeSettings Settings => new() { PollEvery = TimeSpan.FromMilliseconds(5), Rereads = 2 };
}
