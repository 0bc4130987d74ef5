using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Contracts;

/// <summary>What every store promises as an <see cref="IChainFollower"/>: it holds a piece of one branch, and goes back exactly.</summary>
public abstract class ChainFollowerContract : IDisposable
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The same object, as a store.</summary>
    protected abstract ITransferStore Store { get; }

    protected IChainFollower Follower => (IChainFollower)Store;

    public void Dispose()
    {
        (Store as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_follower_that_has_no_block_stands_nowhere() =>
        Assert.Empty(await Follower.RecentAsync(Ethereum, 5, Cancellation));

    [Fact]
    public async Task It_stands_on_the_last_blocks_it_took_highest_first()
    {
        var branch = Branch(10, 5);

        await Follower.ApplyAsync(branch[..2], null, Cancellation);
        await Follower.ApplyAsync(branch[2..], 11, Cancellation);

        Assert.Equal([branch[4].Header!, branch[3].Header!, branch[2].Header!], await Follower.RecentAsync(Ethereum, 3, Cancellation));
        Assert.Equal(5, (await Follower.RecentAsync(Ethereum, 100, Cancellation)).Count);
        Assert.Empty(await Follower.RecentAsync(Polygon, 3, Cancellation));
        Assert.Equal(branch.SelectMany(block => block.Transfers), await AllAsync());
    }

    [Fact]
    public async Task Blocks_it_holds_already_change_nothing_and_those_above_are_taken()
    {
        var branch = Branch(10, 6);
        await Follower.ApplyAsync(branch[..4], null, Cancellation);

        await Follower.ApplyAsync(branch[1..4], null, Cancellation);
        await Follower.ApplyAsync(branch[2..], null, Cancellation);

        Assert.Equal(branch.Reverse().Select(block => block.Header), await Follower.RecentAsync(Ethereum, 100, Cancellation));
        Assert.Equal(branch.SelectMany(block => block.Transfers), await AllAsync());
    }

    public static TheoryData<string> Misfits => ["a hole", "another parent", "another block at a height held", "no hash", "another chain", "a stranger"];

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task Blocks_that_do_not_stand_on_the_tip_are_refused_whole(string misfit)
    {
        var branch = Branch(10, 6);
        await Follower.ApplyAsync(branch[..3], null, Cancellation);
        Block[] offered = misfit switch
        {
            "a hole" => branch[4..],
            "another parent" => [branch[3], branch[4] with { Parent = Tx(77) }],
            "another block at a height held" => [branch[2] with { Hash = Tx(77) }, branch[3] with { Parent = Tx(77) }],
            "no hash" => [branch[3], branch[4] with { Hash = null }],
            "another chain" => [branch[3], branch[4] with { Chain = Polygon, Transfers = [] }],
            _ => [branch[3], branch[4] with { Transfers = branch[5].Transfers }],
        };

        await Assert.ThrowsAsync<ArgumentException>(() => Follower.ApplyAsync(offered, null, Cancellation));

        Assert.Equal(branch[2].Header, (await Follower.RecentAsync(Ethereum, 1, Cancellation))[0]);
        Assert.Equal(branch[..3].SelectMany(block => block.Transfers), await AllAsync());
        Assert.Empty(await Follower.RecentAsync(Polygon, 1, Cancellation));
    }

    [Fact]
    public async Task Going_back_and_taking_another_branch_is_as_if_only_that_had_been()
    {
        var (left, right) = (Branch(10, 6), Branch(12, 5, salt: 9));
        right[0] = right[0] with { Parent = left[1].Hash };
        await Follower.ApplyAsync(left, 12, Cancellation);

        await Follower.RewindAsync(Ethereum, 11, Cancellation);
        await Follower.ApplyAsync(right, null, Cancellation);

        Block[] whole = [.. left[..2], .. right];
        Assert.Equal(whole.Reverse().Select(block => block.Header), await Follower.RecentAsync(Ethereum, 100, Cancellation));
        Assert.Equal(whole.SelectMany(block => block.Transfers), await AllAsync());
    }

    [Fact]
    public async Task Going_back_below_the_first_block_leaves_a_follower_that_stands_nowhere()
    {
        await Follower.ApplyAsync(Branch(10, 3), null, Cancellation);

        await Follower.RewindAsync(Ethereum, 9, Cancellation);

        Assert.Empty(await Follower.RecentAsync(Ethereum, 5, Cancellation));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Legs_of_bridges_are_kept_with_their_block_and_go_back_with_it()
    {
        var branch = Branch(10, 3).Select(block => block with { Bridges = [Leg(block)] }).ToArray();
        await Follower.ApplyAsync(branch, null, Cancellation);
        await Follower.ApplyAsync(branch, null, Cancellation);

        var all = await ((IBridgeLegs)Store).BridgeLegsAsync(Ethereum, Cancellation);
        await Follower.RewindAsync(Ethereum, 11, Cancellation);
        var left = await ((IBridgeLegs)Store).BridgeLegsAsync(Ethereum, Cancellation);

        Assert.Equal(branch.SelectMany(block => block.Bridges), all);
        Assert.Equal(all.Take(2), left);
        Assert.Empty(await ((IBridgeLegs)Store).BridgeLegsAsync(Polygon, Cancellation));
    }

    // One leg tells everything, the next nothing.
    private static BridgeLeg Leg(Block block)
    {
        var bare = new BridgeLeg { Side = BridgeSide.Refund, Chain = block.Chain, Tx = Tx(7), Position = new(block.Height, 1, Phase.Log, 2), Time = block.Time };
        return block.Height % 2 == 0 ? bare : bare with
        {
            Side = BridgeSide.Deposit,
            Protocol = "across",
            MessageId = "1:7",
            OtherChain = Polygon,
            Emitter = Party(1),
            IsKnownEmitter = false,
            Sender = Party(2),
            Recipient = Party(3),
            Asset = new AssetId(Ethereum, "slip44:60"),
            Amount = new Amount(UInt128.MaxValue),
            OtherAsset = new AssetId(Polygon, "slip44:966"),
            OtherAmount = Amount.Zero,
            Note = "a memo",
        };
    }

    [Fact]
    public async Task Going_back_to_the_tip_or_above_it_or_on_another_chain_changes_nothing()
    {
        var branch = Branch(10, 3);
        await Follower.ApplyAsync(branch, null, Cancellation);

        await Follower.RewindAsync(Ethereum, 12, Cancellation);
        await Follower.RewindAsync(Ethereum, 100, Cancellation);
        await Follower.RewindAsync(Polygon, 0, Cancellation);

        Assert.Equal(3, (await Follower.RecentAsync(Ethereum, 5, Cancellation)).Count);
        Assert.Equal(branch.SelectMany(block => block.Transfers), await AllAsync());
    }

    [Fact]
    public async Task What_a_file_brought_before_is_not_doubled()
    {
        var branch = Branch(10, 3);
        var known = branch[1].Transfers[0];
        var unplaced = branch[2].Transfers[0] with { Position = new(0, 0, Phase.Value, 0) };
        await Store.AppendAllAsync(known, unplaced);

        await Follower.ApplyAsync(branch, null, Cancellation);

        Assert.Equal([unplaced, .. branch.SelectMany(block => block.Transfers).Where(transfer => transfer != branch[2].Transfers[0])], await AllAsync());
    }

    [Fact]
    public async Task What_a_file_brought_above_the_tip_stays_when_the_follower_goes_back()
    {
        var branch = Branch(10, 3);
        var ahead = Move(500, 0, 1, 2, 7);
        await Follower.ApplyAsync(branch, null, Cancellation);
        await Store.AppendAllAsync(ahead);

        await Follower.RewindAsync(Ethereum, 11, Cancellation);

        Assert.Equal([.. branch[..2].SelectMany(block => block.Transfers), ahead], await AllAsync());
    }

    [Fact]
    public async Task Unwinding_the_store_takes_the_blocks_with_it()
    {
        var branch = Branch(10, 3);
        await Follower.ApplyAsync(branch, null, Cancellation);

        await Store.UnwindAsync(Ethereum, 10, Cancellation);

        Assert.Equal([branch[0].Header!], await Follower.RecentAsync(Ethereum, 5, Cancellation));
    }

    [Fact]
    public async Task Equal_movements_of_one_transaction_stay_two_and_a_repeated_one_is_one()
    {
        var block = Branch(10, 1)[0];
        var first = block.Transfers[0];
        var second = first with { Occurrence = 1, Position = first.Position with { Index = 9 } };

        await Follower.ApplyAsync([block with { Transfers = [first, first, second] }], null, Cancellation);

        Assert.Equal([first, second], await AllAsync());
    }

    /// <summary>Consecutive blocks with a transfer or two each; another salt makes another branch.</summary>
    protected static Block[] Branch(long first, int count, int salt = 0)
    {
        TxHash HashOf(long height) => Tx((salt * 1_000_000L) + 500_000 + height);
        return
        [
            .. Enumerable.Range(0, count).Select(i => first + i).Select(height => new Block
            {
                Chain = Ethereum,
                Height = height,
                Hash = HashOf(height),
                Parent = HashOf(height - 1),
                Time = TimeOf(height),
                Transfers = [.. Enumerable.Range(0, 1 + (int)(height % 2)).Select(tx => Move(height, (salt * 10) + tx, 1, 2, (uint)height))],
            }),
        ];
    }

    private Task<IReadOnlyList<Transfer>> AllAsync() => Store.TransfersOfAsync(Ethereum, [Party(1), Party(2)], Cancellation);
}
