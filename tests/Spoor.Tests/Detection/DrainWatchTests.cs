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

    [Fact]
    public async Task A_history_that_fails_leaves_nothing_half_applied()
    {
        var detector = new DrainDetector(Watched, Prices, Tokens);
        using var watch = new DrainWatch(detector, new Failing(), new Kept(), new(10, (_, _) => Task.CompletedTask));
        string before = detector.StateDigest();

        await Assert.ThrowsAsync<TimeoutException>(() => watch.ApplyAsync(Blocks(), null, TestContext.Current.CancellationToken));

        Assert.Equal(before, detector.StateDigest());
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

    private sealed class Failing : IRecipientHistory
    {
        public Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
            ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation) =>
            throw new TimeoutException("the node did not answer");
    }
}
