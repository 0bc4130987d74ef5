using Spoor.Tracing.ServiceSwaps;
using Spoor.Valuation;

namespace Spoor.Tests.Tracing.ServiceSwaps;

public sealed class SwapMatchingTests
{
    [Fact]
    public void A_payout_worth_the_deposit_less_the_fee_is_a_candidate_on_any_chain()
    {
        var story = new SwapStory().Deposit("thief", 10, 0).PayoutBtc("thief-btc", 49_625_000, 900);

        var found = Assert.Single(story.Found());

        var candidate = Assert.Single(found.Candidates);
        Assert.Equal((SwapStory.Bitcoin, 7_500L, 0L), (candidate.Payout.Chain, candidate.KeptPerMillion, candidate.OffPerMillion));
        Assert.Equal(1_000_000, found.RarityPerMillion);
        Assert.Null(found.ProbabilityPerMillion);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(21_600, 1)]
    [InlineData(21_601, 0)]
    [InlineData(-100, 0)]
    public void A_payout_comes_after_half_a_minute_and_within_six_hours(int seconds, int candidates) =>
        Assert.Equal(candidates, new SwapStory().Deposit("thief", 10, 1_000).PayoutBtc("x", 49_625_000, 1_000 + seconds).Found()[0].Candidates.Count);

    // 10 ETH at 2,000 are 20,000 dollars; half a bitcoin at 40,000 is as much. The range is [0.99 − 0.015, 0.995 + 0.015].
    [Theory]
    [InlineData(48_749_999, 0)]
    [InlineData(48_750_000, 1)]
    [InlineData(50_500_000, 1)]
    [InlineData(50_500_001, 0)]
    public void The_value_may_be_off_by_one_and_a_half_per_cent_beyond_the_fee(int satoshi, int candidates) =>
        Assert.Equal(candidates, new SwapStory().Deposit("thief", 10, 0).PayoutBtc("x", satoshi, 900).Found()[0].Candidates.Count);

    [Fact]
    public void Both_the_rate_of_the_order_and_the_rate_of_the_payout_are_tried()
    {
        var early = new SwapStory(etherLater: 2_200m).Deposit("thief", 10, 0).PayoutBtc("x", 49_625_000, 7_300);
        var late = new SwapStory(etherLater: 2_200m).Deposit("thief", 10, 0).PayoutBtc("x", 54_587_500, 7_300);

        Assert.False(Assert.Single(early.Found()[0].Candidates).PricedAtPayout);
        Assert.True(Assert.Single(late.Found()[0].Candidates).PricedAtPayout);
    }

    [Fact]
    public void Rarity_is_one_over_the_payouts_of_that_size_and_chance_is_told_by_the_rest()
    {
        var story = new SwapStory().Deposit("thief", 10, 100_000);
        for (int i = 0; i < 4; i++)
        {
            story.PayoutBtc($"x{i}", 49_625_000, 100_900 + i);
        }

        // Outside the window: two of the size, and one more, in 200,000 seconds less the window of 21,570.
        story.PayoutBtc("y0", 49_625_000, 0).PayoutBtc("y1", 49_625_000, 200_000).PayoutBtc("big", 500_000_000, 101_000);
        var found = Assert.Single(story.Found());

        Assert.Equal((4, 5, 250_000L), (found.Candidates.Count, found.PayoutsInWindow, found.RarityPerMillion));
        Assert.Equal(362, found.ByChancePerMille);
        Assert.Equal(1_000_000_000 / 4_362, found.ProbabilityPerMillion);
    }

    [Fact]
    public void No_payout_is_certain_however_short_the_file() =>
        Assert.InRange(Assert.Single(new SwapStory().Deposit("thief", 10, 0).PayoutBtc("x", 49_625_000, 900).PayoutBtc("big", 500_000_000, 90_000).Found()).ProbabilityPerMillion!.Value, 500_000, 800_000);

    [Fact]
    public void Two_deposits_share_the_one_payout_that_fits_both()
    {
        var found = new SwapStory().Deposit("thief", 10, 0).Deposit("baker", 10, 60).PayoutBtc("x", 49_625_000, 900).PayoutBtc("big", 500_000_000, 900_000).Found();

        Assert.Equal([2, 2], found.Select(hypothesis => Assert.Single(hypothesis.Candidates).Deposits));
        Assert.All(found, hypothesis => Assert.True(hypothesis.ProbabilityPerMillion < 500_000));
    }

    [Fact]
    public void A_deposit_at_an_address_made_for_the_order_is_the_payers()
    {
        var story = new SwapStory().DepositByOrder("thief", "order-7", 10, 0).PayoutBtc("x", 49_625_000, 900);

        var found = Assert.Single(story.Found());

        Assert.Equal(SwapStory.At("thief"), found.Deposit.Payment.From);
        Assert.NotNull(found.Deposit.Forward);
        Assert.Single(found.Candidates);
    }

    [Fact]
    public void A_wallet_that_also_pays_others_is_a_payer_itself()
    {
        var story = new SwapStory().DepositByOrder("bank", "thief", 10, 0).Pay("thief", "friend", 1, 50).PayoutBtc("x", 49_625_000, 900);

        Assert.Equal((SwapStory.At("thief"), null), (Assert.Single(story.Found()).Deposit.Payment.From, Assert.Single(story.Found()).Deposit.Forward));
    }

    [Fact]
    public void What_has_no_price_is_said_to_have_none()
    {
        var story = new SwapStory().Deposit("thief", 10, 0).PayoutUnpriced("x", 900);

        var found = Assert.Single(story.Found());

        Assert.Equal((0, 1, 1), (found.Candidates.Count, found.PayoutsInWindow, found.Unpriced));
        Assert.Null(Assert.Single(story.Found(PriceBook.Empty)).Usd);
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        var story = new SwapStory().Deposit("thief", 10, 0).DepositByOrder("a", "order", 10, 5).PayoutBtc("x", 49_625_000, 900).PayoutBtc("y", 49_625_000, 900);
        string there = Dump(story.Found());
        story.Reverse();

        Assert.Equal(there, Dump(story.Found()));
    }

    private static string Dump(IEnumerable<SwapHypothesis> found) => string.Join('\n', found.Select(one =>
        $"{one.Deposit} {one.Usd} {one.ByChancePerMille} {string.Join(';', one.Candidates)}"));
}
