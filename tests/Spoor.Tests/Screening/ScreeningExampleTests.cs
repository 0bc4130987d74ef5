using Spoor.Labels;
using Spoor.Screening;
using Spoor.Tests.Tracing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Screening;

/// <summary>Screenings that can be checked by hand.</summary>
public sealed class ScreeningExampleTests
{
    [Fact]
    public void A_quarter_that_came_straight_from_a_sanctioned_address_is_severe()
    {
        var screening = new Story().Pay("bad", "X", 100).Pay("shop", "X", 300).Screen("X", prices: Screened.Dollars);

        var exposure = screening.Exposures[0];
        Assert.Equal((ExposureCategory.Sanctioned, ExposureReach.Direct, 250_000, 1), (exposure.Category, exposure.Reach, exposure.SharePerMillion, exposure.LeastHops));
        Assert.Equal((UsdValue.OfDollars(100), Story.Tx(0)), (exposure.Usd, exposure.Trails[0].Steps[0].Tx));
        Assert.Equal((96, RiskLevel.Severe, "direct-sanctioned-25"), (screening.Risk.Score, screening.Risk.Level, screening.Risk.Fired[0].Rule.Id));
    }

    [Fact]
    public void Half_of_what_a_stranger_mixed_half_and_half_came_from_either()
    {
        var screening = new Story().Pay("bad", "m", 50).Pay("shop", "m", 50).Pay("m", "X", 40).Screen("X", prices: Screened.Dollars);

        Assert.Equal(20, screening.Units(ExposureSide.Incoming, ExposureCategory.Sanctioned, ExposureReach.Indirect));
        Assert.Equal(20, screening.Units(ExposureSide.Incoming, ExposureCategory.Exchange, ExposureReach.Indirect));
        var trail = screening.Exposures[0].Trails[0];
        Assert.Equal((2, 20u, UsdValue.OfDollars(20)), (trail.Hops, (uint)trail.Units.Units, trail.Usd));
        Assert.Equal([Story.Tx(0), Story.Tx(2)], trail.Steps.Select(step => step.Tx));
        Assert.Equal("indirect-sanctioned-50", screening.Risk.Fired[0].Rule.Id);
    }

    [Fact]
    public void Money_that_came_to_the_payer_afterwards_was_not_in_the_payment() =>
        Assert.Equal((0, 0), Numbers(new Story().Pay("shop", "m", 50).Pay("m", "X", 40).Pay("bad", "m", 50).Screen("X")));

    [Fact]
    public void A_service_ends_the_way_and_is_the_exposure()
    {
        var screening = new Story().Pay("bad", "shop", 50).Pay("shop", "X", 40).Screen("X");

        Assert.Equal((0, 0), Numbers(screening));
        Assert.Equal(40, screening.Units(ExposureSide.Incoming, ExposureCategory.Exchange, ExposureReach.Direct));
    }

    [Fact]
    public void What_went_out_over_a_stranger_into_a_mixer_is_found()
    {
        var screening = new Story().Pay("shop", "X", 40).Pay("X", "m", 40).Pay("m", "mixer", 30).Screen("X");

        Assert.Equal(30, screening.Units(ExposureSide.Outgoing, ExposureCategory.Mixer, ExposureReach.Indirect));
        Assert.Equal(10, screening.Sent.Rest(Remainder.Held));
        Assert.Equal([Story.Tx(1), Story.Tx(2)], screening.Exposures[^1].Trails[0].Steps.Select(step => step.Tx));
    }

    [Fact]
    public void Nothing_known_is_not_the_same_as_known_and_clean()
    {
        var book = new Story().Pay("shop", "X", 40).Book();

        Assert.Equal((null, null, false), Judged(book.Screen(Story.At("nobody"), Story.Chain)));
        Assert.Equal((0, RiskLevel.Low, true), Judged(book.Screen(Story.At("X"), Story.Chain)));
        Assert.Equal((0, RiskLevel.Low, true), Judged(book.Screen(Story.At("shop"), Story.Chain)));
    }

    [Theory]
    [InlineData(9, 0, 0)]
    [InlineData(10, 10, 75)]
    public void Less_than_ten_dollars_from_one_sender_do_not_taint(int dollars, int tainted, int score)
    {
        var screening = new Story().Pay("shop", "X", 4_000).Pay("bad", "X", (UInt128)dollars).Screen("X", prices: Screened.Dollars);

        Assert.Equal(tainted, screening.Units(ExposureSide.Incoming, ExposureCategory.Sanctioned));
        Assert.Equal(dollars - tainted, screening.Received.Rest(Remainder.Dust));
        Assert.Equal(score, screening.Risk.Score);
    }

    [Fact]
    public void Small_payments_of_one_sender_are_added_up_before_they_pass_for_dust()
    {
        var story = new Story().Pay("shop", "X", 4_000);
        Enumerable.Range(0, 4).ToList().ForEach(_ => story.Pay("bad", "X", 3));

        Assert.Equal(12, story.Screen("X", prices: Screened.Dollars).Units(ExposureSide.Incoming, ExposureCategory.Sanctioned));
    }

    [Fact]
    public void Without_a_price_dust_is_a_millionth_of_what_came_in()
    {
        var story = new Story().Pay("shop", "X", 50_000_000).Pay("bad", "X", 49);

        Assert.Equal((0, 0), Numbers(story.Screen("X")));
        Assert.Equal((51, 75), Numbers(story.Pay("bad", "X", 2).Screen("X")));
    }

    [Fact]
    public void One_payment_without_a_price_leaves_the_dollars_of_the_others()
    {
        var story = new Story().Pay("bad", "X", 300).Pay("shop", "X", 100, block: 60 * 24 * 30).Pay("bad", "X", 4, block: 60 * 24 * 30 + 1);

        var screening = story.Screen("X", prices: Screened.Dollars);

        Assert.False(screening.Received.IsPriced);
        Assert.Equal((UsdValue.OfDollars(300), UsdValue.OfDollars(300)), (screening.Received.Usd, screening.Exposures[0].Usd));
        Assert.Equal(304_000_000L / 404, screening.Exposures[0].SharePerMillion);
    }

    [Fact]
    public void A_payment_of_nothing_says_nothing_in_either_direction()
    {
        var screening = new Story().Pay("bad", "X", UInt128.Zero).Pay("X", "bad", UInt128.Zero).Screen("X");

        Assert.Equal((null, null, false), Judged(screening));
    }

    [Fact]
    public void A_token_that_no_list_knows_is_not_followed()
    {
        var screening = new Story().Act(("bad", "X", 1_000, Story.Share)).Pay("shop", "X", 10).Screen("X");

        Assert.Equal((0, 0), Numbers(screening));
        Assert.Equal(1, screening.Received.Unlisted);
    }

    [Fact]
    public void An_address_as_busy_as_a_service_ends_the_way_without_a_label()
    {
        var story = new Story().Pay("bad", "hub", 50);
        Enumerable.Range(0, 9).ToList().ForEach(i => story.Pay($"p{i}", "hub", 50));
        var rules = ScreeningRules.Builtin with { Method = ScreeningRules.Builtin.Method with { HubCounterparties = 10 } };

        var screening = story.Pay("hub", "X", 10).Screen("X", rules: rules);

        Assert.Equal(10, screening.Units(ExposureSide.Incoming, ExposureCategory.UnlabelledService, ExposureReach.Direct));
        Assert.Equal(0, screening.Risk.Score);
    }

    [Fact]
    public void A_walk_that_runs_out_of_budget_says_so()
    {
        var story = new Story().Pay("bad", "a", 50).Pay("a", "b", 50).Pay("b", "X", 50);
        var rules = ScreeningRules.Builtin with { Method = ScreeningRules.Builtin.Method with { Budget = 2 } };

        var screening = story.Screen("X", rules: rules);

        Assert.False(screening.IsComplete);
        Assert.Equal(50, screening.Received.Rest(Remainder.Unfinished));
        Assert.True(story.Screen("X").IsComplete);
    }

    [Fact]
    public void A_hub_that_is_screened_has_its_whole_turnover_and_says_that_it_was_not_walked_whole()
    {
        var story = new Story();
        Enumerable.Range(0, 2_000).ToList().ForEach(i => story.Pay(i == 0 ? "bad" : "shop", "X", 50));
        var rules = ScreeningRules.Builtin with { Method = ScreeningRules.Builtin.Method with { Budget = 1_000 } };

        var screening = story.Screen("X", rules: rules);

        Assert.Equal((100_000u, 2_000), ((uint)screening.Received.Assets[0].Amount.Units, screening.Received.Payments));
        Assert.Equal(50_000, screening.Received.Rest(Remainder.Unfinished));
        Assert.True(screening.Balances());
        Assert.False(screening.IsComplete);
    }

    [Fact]
    public void The_known_end_beyond_the_hops_is_not_found()
    {
        var story = new Story().Pay("bad", "a", 50).Pay("a", "b", 50).Pay("b", "c", 50).Pay("c", "d", 50).Pay("d", "X", 50);

        Assert.Equal(50, story.Screen("X").Units(ExposureSide.Incoming, ExposureCategory.Sanctioned));
        Assert.Equal(50, story.Pay("X", "Y", 50).Screen("Y").Received.Rest(Remainder.Far));
    }

    [Fact]
    public void A_label_of_the_same_key_on_another_chain_counts_a_little_less()
    {
        LabelBook labels = new([Screened.Name("X", "heist", "Thief") with { Subject = new LabelSubject.OfAddress(ChainId.Parse("eip155:137"), Story.At("X")) }]);

        var book = new Story().Book(labels);

        Assert.Equal("same-key-grave", book.Screen(Story.At("X"), Story.Chain).Risk.Fired[0].Rule.Id);
        Assert.Equal("own-crime", book.Screen(Story.At("X"), ChainId.Parse("eip155:137")).Risk.Fired[0].Rule.Id);
        Assert.Equal("own-crime", book.Screen(Story.At("X"), null).Risk.Fired[0].Rule.Id);
    }

    [Theory]
    [InlineData("heist", ExposureCategory.Theft, 100)]
    [InlineData("exchange", ExposureCategory.Exchange, 0)]
    public void A_thief_is_a_thief_on_every_chain_and_a_service_only_where_it_is_known(string category, ExposureCategory expected, int units)
    {
        LabelBook labels = new([Screened.Name("y", category, "Y") with { Subject = new LabelSubject.OfAddress(ChainId.Parse("eip155:137"), Story.At("y")) }]);

        var screening = new Story().Pay("y", "X", 100).Screen("X", labels);

        Assert.Equal(units, screening.Units(ExposureSide.Incoming, expected, ExposureReach.Direct));
        Assert.Equal(100 - units, screening.Received.Rest(Remainder.Unexplained));
    }

    [Fact]
    public void Outputs_are_split_as_haircut_splits_them_and_change_is_nobody_elses()
    {
        LabelBook labels = new([Screened.Name("btc-bad", "sanction", "OFAC")]);
        var story = new Story()
            .Spend(0, [(1_000, 0, 60)], [("btc-bad", 60)])
            .Spend(1, [(1_001, 0, 40)], [("btc-good", 40)])
            .Spend(2, [(0, 0, 60), (1, 0, 40)], [("X", 30), ("other", 50), ("third", 15)])
            .Spend(3, [(2, 0, 30)], [("Y", 10), ("X", 20)]);
        var book = story.Book(labels, Screened.Exact);

        var screening = book.Screen(Story.Wallet("X"), Story.Bitcoin);

        Assert.Equal(18, screening.Units(ExposureSide.Incoming, ExposureCategory.Sanctioned, ExposureReach.Direct));
        Assert.Equal((50u, 20), ((uint)screening.Received.Assets[0].Amount.Units, screening.Received.Rest(Remainder.Itself)));
        Assert.Equal(600_000, screening.Exposures[0].SharePerMillion);
        Assert.Equal((Story.Tx(2), Story.Wallet("btc-bad")), (screening.Exposures[0].Trails[0].Steps[0].Tx, screening.Exposures[0].Trails[0].Steps[0].From));
        Assert.Equal(6, book.Screen(Story.Wallet("Y"), Story.Bitcoin).Units(ExposureSide.Incoming, ExposureCategory.Sanctioned, ExposureReach.Indirect));
    }

    [Fact]
    public void What_a_hostile_file_claims_to_have_moved_ends_no_screening()
    {
        var story = new Story().Pay("bad", "m", UInt128.MaxValue).Pay("shop", "m", UInt128.MaxValue).Pay("m", "X", UInt128.MaxValue).Pay("m", "X", UInt128.MaxValue);

        var screening = story.Screen("X");

        Assert.True(screening.IsKnown);
        Assert.NotEmpty(screening.Exposures);
    }

    private static (int? Score, RiskLevel? Level, bool Known) Judged(AddressScreening screening) => (screening.Risk.Score, screening.Risk.Level, screening.IsKnown);

    private static (int Units, int? Score) Numbers(AddressScreening screening) =>
        ((int)screening.Units(ExposureSide.Incoming, ExposureCategory.Sanctioned), screening.Risk.Score);
}
