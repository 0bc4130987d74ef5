using Spoor.Tracing.Mixers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>Every heuristic on a case small enough to be checked by hand.</summary>
public sealed class MixerHeuristicTests
{
    [Fact]
    public void T1_an_address_that_deposited_and_then_received_is_one_person()
    {
        var story = Crowd(9);
        story.Deposit("alice", "10 ETH", 100);
        story.Withdraw("alice", "10 ETH", 200);

        var found = Only(story, MixerMethod.AddressMatch);

        Assert.Equal((PoolStory.At("alice"), 1, 10, 10L), (found.Source, found.Candidates, found.Sources, found.AnonymitySet!.Value));
        // q = 0.01 / 10: 0.1·0.999 / (0.1·0.999 + 9·0.9·0.001)
        Assert.Equal((925_000L, 100_000L), (found.Odds.ProbabilityPerMillion, found.Odds.BaseRatePerMillion));
    }

    [Fact]
    public void T1_never_looks_at_what_is_deposited_later()
    {
        var story = Crowd(3);
        story.Withdraw("alice", "10 ETH", 200);
        story.Deposit("alice", "10 ETH", 300);

        Assert.DoesNotContain(story.Links().Hypotheses, hypothesis => hypothesis.Source == PoolStory.At("alice"));
    }

    [Fact]
    public void T1_in_another_pool_ties_the_person_and_no_note()
    {
        var story = Crowd(3);
        story.Deposit("alice", "1 ETH", 100);
        story.Withdraw("alice", "10 ETH", 200);

        var found = Only(story, MixerMethod.OtherPool);

        Assert.False(found.Method.TiesNotes);
        Assert.Empty(Of(story, MixerMethod.AddressMatch));
        Assert.Contains("ties the person, not the note", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void T2_a_gas_price_paid_once_ties_and_one_paid_twice_does_not()
    {
        var story = Crowd(4);
        story.Deposit("alice", "10 ETH", 100, gasPrice: 61_234_567_891);
        story.Deposit("bob", "10 ETH", 101, gasPrice: 50_000_000_000);
        story.Deposit("carol", "10 ETH", 102, gasPrice: 50_000_000_000);
        story.Withdraw("x", "10 ETH", 200, relayer: null, gasPrice: 61_234_567_891);
        story.Withdraw("y", "10 ETH", 201, relayer: null, gasPrice: 50_000_000_000);
        story.Withdraw("z", "10 ETH", 202, gasPrice: 61_234_567_891);

        var found = Only(story, MixerMethod.GasPrice);

        Assert.Equal((PoolStory.At("alice"), PoolStory.At("x")), (found.Source, found.Recipients[0]));
        // Three deposits with a price, one value once, one twice: 2·(1 + 1) / ((1 + 1)·(3 + 1)), held at the chance of a hit.
        Assert.Equal(100_000, found.Odds.CoincidencePerMillion);
    }

    [Fact]
    public void T2_says_what_it_could_not_look_at()
    {
        var story = Crowd(4);

        Assert.Contains(story.Links().Unchecked, one => one.Method == "T2" && one.Why.StartsWith("the gas price of 4 deposits", StringComparison.Ordinal));
    }

    [Fact]
    public void T3_the_same_mixture_of_pools_ties_and_is_shared_by_all_who_have_it()
    {
        var story = Crowd(5);
        Mixture(story, "alice", 100);
        story.Withdraw("x", "1 ETH", 4_000);
        story.Withdraw("x", "10 ETH", 4_001);
        story.Withdraw("x", "10 ETH", 4_002);
        var alone = Only(story, MixerMethod.Denominations);
        Mixture(story, "bob", 200);

        Assert.Equal((PoolStory.At("alice"), 3, 3), (alone.Source, alone.Deposits.Count, alone.Withdrawals.Count));
        Assert.Equal(2, Of(story, MixerMethod.Denominations).Count);
        Assert.All(Of(story, MixerMethod.Denominations), found => Assert.Equal(2, found.Candidates));
        Assert.True(Of(story, MixerMethod.Denominations)[0].Odds.ProbabilityPerMillion * 2 <= alone.Odds.ProbabilityPerMillion + 1);
    }

    [Fact]
    public void T4_ordinary_transfers_tie_from_three_on()
    {
        var story = Crowd(5);
        story.Deposit("alice", "10 ETH", 100);
        story.Withdraw("x", "10 ETH", 300);
        story.Pay("alice", "x", 50);
        story.Pay("x", "alice", 400);
        Assert.Empty(Of(story, MixerMethod.LinkedAddress));

        var third = story.Pay("alice", "x", 500);
        var found = Only(story, MixerMethod.LinkedAddress);

        Assert.Equal((PoolStory.At("alice"), PoolStory.At("x")), (found.Source, found.Recipients[0]));
        Assert.Contains(third, found.Evidence);
    }

    [Fact]
    public void T5_points_of_mining_are_blocks_in_the_pool()
    {
        var story = Crowd(5);
        story.Deposit("alice", "10 ETH", 130);
        story.Withdraw("x", "10 ETH", 260);
        story.Withdraw("y", "10 ETH", 390);
        // 130 minutes at 13 seconds a block are 600 blocks, at 50 points each.
        MiningClaim[] claims = [new(PoolStory.At("x"), 30_000, Story.Tx(900)), new(PoolStory.At("y"), 30_001, Story.Tx(901))];

        var found = Assert.Single(story.Links(claims: claims).Hypotheses, hypothesis => hypothesis.Method == MixerMethod.Mining);

        Assert.Equal((PoolStory.At("alice"), PoolStory.At("x")), (found.Source, found.Recipients[0]));
        Assert.Contains(story.Links().Unchecked, one => one.Method == "T5");
    }

    [Fact]
    public void T6_and_T7_a_series_that_comes_out_to_recipients_with_one_collector()
    {
        var story = Crowd(5);
        for (int i = 0; i < 5; i++)
        {
            story.Deposit("thief", "100 ETH", 100 + i);
            story.Withdraw($"hand{i % 2}", "100 ETH", 1_000 + i);
        }

        story.Pay("hand0", "collector", 2_000);
        story.Pay("hand1", "collector", 2_001);

        var inOrder = Only(story, MixerMethod.InOrder);
        var volume = Only(story, MixerMethod.Volume);

        Assert.Equal((PoolStory.At("thief"), 5, 5, 2), (inOrder.Source, inOrder.Deposits.Count, inOrder.Withdrawals.Count, inOrder.Recipients.Count));
        Assert.Equal(5, volume.Withdrawals.Count);
        Assert.Equal(2, inOrder.Outside.Count);
    }

    [Fact]
    public void T6_bears_a_note_left_behind_and_T7_does_not()
    {
        var story = Crowd(5);
        for (int i = 0; i < 6; i++)
        {
            story.Deposit("thief", "100 ETH", 100 + i);
            if (i < 5)
            {
                story.Withdraw("hand", "100 ETH", 1_000 + i);
            }
        }

        Assert.Equal((6, 5), (Only(story, MixerMethod.InOrder).Deposits.Count, Only(story, MixerMethod.InOrder).Withdrawals.Count));
        Assert.Empty(Of(story, MixerMethod.Volume));
    }

    [Fact]
    public void A_partner_of_many_recipients_ties_none_of_them()
    {
        var story = Crowd(20);
        for (int i = 0; i < 20; i++)
        {
            story.Withdraw($"r{i}", "10 ETH", 500 + i);
            story.Pay($"r{i}", "exchange", 600 + i);
        }

        Assert.All(RecipientGroup.Of(story.Ground()), group => Assert.Single(group.Members));
    }

    [Theory]
    [InlineData(1, 1, 1_000_000)]
    [InlineData(2, 2, 500_000)]
    [InlineData(10, 10, 100_000)]
    public void Where_all_sources_show_the_pattern_it_tells_nothing(int sources, int candidates, long expected) =>
        Assert.Equal(expected, MixerOdds.Of(sources, candidates, 500_000).ProbabilityPerMillion);

    private static PoolStory Crowd(int people)
    {
        var story = new PoolStory();
        for (int i = 0; i < people; i++)
        {
            story.Deposit($"crowd{i}", "10 ETH", i);
        }

        return story;
    }

    private static void Mixture(PoolStory story, string who, int minute)
    {
        story.Deposit(who, "10 ETH", minute);
        story.Deposit(who, "1 ETH", minute + 1);
        story.Deposit(who, "10 ETH", minute + 2);
    }

    private static List<MixerHypothesis> Of(PoolStory story, MixerMethod method) => [.. story.Links().Hypotheses.Where(hypothesis => hypothesis.Method == method)];

    private static MixerHypothesis Only(PoolStory story, MixerMethod method) => Assert.Single(Of(story, method));
}
