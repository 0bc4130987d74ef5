using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

/// <summary>The detector as a follower of chains.</summary>
public sealed class DrainWatchTests
{
    private static readonly WatchList Watched = Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m), (Dai, 410_000m)));

    [Fact]
    public async Task After_a_restart_the_same_notices_come_with_the_same_names()
    {
        var blocks = Blocks();
        var sink = new Kept();
        byte[] checkpoint = [];
        using var watch = new DrainWatch(new(Watched, Prices, Tokens), new Nothing(), sink, new(10, (bytes, _) => Keep(bytes)));
        foreach (var block in blocks)
        {
            await watch.ApplyAsync([block], block.Height - 5, TestContext.Current.CancellationToken);
        }

        var again = new Kept();
        var restored = DrainDetector.Restore(checkpoint, Watched, Prices, Tokens);
        using var second = new DrainWatch(restored, new Nothing(), again, new(10, (bytes, _) => Keep(bytes)));
        var tip = (await second.RecentAsync(Ethereum, 1, TestContext.Current.CancellationToken))[0];
        await second.ApplyAsync([.. blocks.Where(block => block.Height > tip.Height)], null, TestContext.Current.CancellationToken);

        Assert.NotEmpty(again.Notices);
        Assert.Empty(again.Notices.Select(notice => (notice.Alert, notice.Number, notice.Headline)).Except(sink.Notices.Select(notice => (notice.Alert, notice.Number, notice.Headline))));

        Task Keep(byte[] bytes)
        {
            checkpoint = checkpoint.Length == 0 ? bytes : checkpoint;
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task What_is_asked_and_told_does_not_depend_on_how_blocks_were_put_together(int together)
    {
        var (history, sink) = (new Noting(), new Kept());
        using var watch = new DrainWatch(new(Watched, Prices, Tokens), history, sink, new(1_000, (_, _) => Task.CompletedTask));
        foreach (var batch in Blocks().Chunk(together))
        {
            await watch.ApplyAsync(batch, null, TestContext.Current.CancellationToken);
        }

        // While an alert is open whoever is paid is asked about, however little it is.
        Assert.Equal([13, 14, 15, 16, 17, 18, 19, 20], history.Asked);
        Assert.Equal([1, 2], sink.Notices.Select(notice => notice.Number));
    }

    [Fact]
    public async Task A_batch_that_broke_off_comes_again_and_nothing_of_it_is_taken_twice()
    {
        var (history, sink) = (new Noting { FailsAt = 16 }, new Kept());
        using var watch = new DrainWatch(new(Watched, Prices, Tokens), history, sink, new(1_000, (_, _) => Task.CompletedTask));
        await Assert.ThrowsAsync<TimeoutException>(() => watch.ApplyAsync(Blocks(), null, TestContext.Current.CancellationToken));
        history.FailsAt = null;

        await watch.ApplyAsync(Blocks(), null, TestContext.Current.CancellationToken);

        var whole = new DrainDetector(Watched, Prices, Tokens);
        using var undisturbed = new DrainWatch(whole, new Noting(), new Kept(), new(1_000, (_, _) => Task.CompletedTask));
        await undisturbed.ApplyAsync(Blocks(), null, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], sink.Notices.Select(notice => notice.Number));
        Assert.Equal(whole.StateDigest(), watch.Detector.StateDigest());
    }

    [Fact]
    public async Task A_batch_that_broke_off_and_comes_again_on_another_branch_takes_back_what_was_taken()
    {
        var (history, sink) = (new Noting { FailsAt = 16 }, new Kept());
        using var watch = new DrainWatch(new(Watched, Prices, Tokens), history, sink, new(1_000, (_, _) => Task.CompletedTask));
        await Assert.ThrowsAsync<TimeoutException>(() => watch.ApplyAsync(Blocks(), null, TestContext.Current.CancellationToken));

        var other = Blocks().Take(12).Select(block => block with { Hash = new(UInt128.One, (UInt128)block.Height) }).ToList();
        await watch.ApplyAsync(other, null, TestContext.Current.CancellationToken);

        Assert.Equal([AlertStage.Start, AlertStage.Retracted], sink.Notices.Select(notice => notice.Stage));
        Assert.Equal(other[^1].Hash, (await watch.RecentAsync(Ethereum, 1, TestContext.Current.CancellationToken))[0].Hash);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_node_that_hangs_keeps_neither_another_chain_nor_a_withdrawal_waiting()
    {
        var watched = Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m)), Wallet("hot", WalletUse.Hot, (Pol, 2_000_000m)));
        var answer = new TaskCompletionSource<IReadOnlyDictionary<Address, RecipientHistory>>();
        var sink = new Kept();
        using var watch = new DrainWatch(new(watched, Prices, Tokens), new Hanging(Ethereum, answer.Task), sink, new(1_000, (_, _) => Task.CompletedTask));
        var story = new DrainStory(watched);
        var hanging = watch.ApplyAsync([story.Block("hot", Move("hot", "thief", Eth, 4_947m))], null, TestContext.Current.CancellationToken);

        await watch.ApplyAsync([story.Block("hot", Move("hot", "thief", Pol, 1_900_000m))], null, TestContext.Current.CancellationToken);
        await watch.ExpectAsync(
            new() { Id = "w1", Owner = "Exchange", Ordered = Begin, Asset = Eth, Amount = Coins(Eth, 1m), To = At("customer") }, TestContext.Current.CancellationToken);

        Assert.False(hanging.IsCompleted);
        Assert.Equal(Polygon, Assert.Single(sink.Notices).Chain);
        answer.SetResult(new Dictionary<Address, RecipientHistory> { [At("thief")] = new() { IsUnanswered = true } });
        await hanging;
        Assert.Contains(sink.Notices[^1].Unchecked, words => words.Contains("did not say in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recent_blocks_come_highest_first_and_go_with_a_rewind()
    {
        var blocks = Blocks();
        using var watch = new DrainWatch(new(Watched, Prices, Tokens), new Nothing(), new Kept(), new(1_000, (_, _) => Task.CompletedTask));
        await watch.ApplyAsync(blocks, blocks[4].Height, TestContext.Current.CancellationToken);
        await watch.RewindAsync(Ethereum, blocks[^2].Height, TestContext.Current.CancellationToken);

        var recent = await watch.RecentAsync(Ethereum, 100, TestContext.Current.CancellationToken);

        Assert.Equal(blocks.SkipLast(1).Reverse().Select(block => block.Header), recent);
        Assert.Empty(await watch.RecentAsync(Polygon, 100, TestContext.Current.CancellationToken));
    }

    private static List<Block> Blocks()
    {
        var story = new DrainStory(Watched);
        List<Block> blocks = [];
        for (int i = 0; i < 20; i++)
        {
            story.Wait(1);
            var block = i switch
            {
                12 => story.Block("hot", Move("hot", "thief", Eth, 4_947m)),
                17 => story.Block("hot", Move("hot", "thief", Dai, 408_741m)),
                _ => story.Block("hot", Move("hot", "customer", Eth, 0.2m)),
            };
            blocks.Add(block with { Hash = new(UInt128.MaxValue, (UInt128)block.Height) });
        }

        return blocks;
    }

    private sealed class Kept : IAlertSink
    {
        public List<AlertNotice> Notices { get; } = [];

        public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
        {
            Notices.Add(notice);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Nothing : IRecipientHistory
    {
        public Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
            ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<Address, RecipientHistory>>(
                addresses.ToDictionary(address => address, _ => new RecipientHistory { Nonce = 0, HasCode = false, Balance = Amount.Zero }));
    }

    private sealed class Hanging(ChainId chain, Task<IReadOnlyDictionary<Address, RecipientHistory>> answer) : IRecipientHistory
    {
        public Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
            ChainId asked, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation) =>
            asked == chain ? answer.WaitAsync(cancellation) : new Nothing().BeforeAsync(asked, addresses, block, cancellation);
    }

    private sealed class Noting : IRecipientHistory
    {
        public List<long> Asked { get; } = [];

        /// <summary>The block, counted from 1, about which it is not to be asked; null for none.</summary>
        public long? FailsAt { get; set; }

        public Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
            ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
        {
            long number = block - 18_000_000;
            if (number == FailsAt)
            {
                throw new TimeoutException("the node did not answer");
            }

            Asked.Add(number);
            return new Nothing().BeforeAsync(chain, addresses, block, cancellation);
        }
    }
}
