using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Bridges;

/// <summary>Deposits find their payouts by id, by stated fields, or by search, and stay ambiguous where nothing decides.</summary>
public sealed class BridgeMatcherTests
{
    [Fact]
    public void Equal_ids_join_whatever_recipient_amount_and_time_say()
    {
        var matches = Legs.Match(Legs.Deposit(1, 100) with { MessageId = "7" }, Legs.Payout(5, 99, 1, who: 9) with { MessageId = "7" });

        Assert.Equal((BridgeMethod.Id, (UInt128?)5), (matches.Of(1).Method, matches.PayoutOf(1)));
    }

    [Fact]
    public void Ids_of_two_protocols_do_not_join()
    {
        var matches = Legs.Match(
            Legs.Deposit(1, 0) with { MessageId = "7" }, Legs.Payout(5, 99, 1, who: 9) with { MessageId = "7", Protocol = "another" });

        Assert.Equal(BridgeOutcome.Unmatched, matches.Of(1).Outcome);
        Assert.Single(matches.Unclaimed);
    }

    [Fact]
    public void A_payout_with_another_id_is_not_taken_though_all_fields_fit()
    {
        var matches = Legs.Match(Legs.Deposit(1, 0) with { MessageId = "7" }, Legs.Payout(5, 60) with { MessageId = "8" });

        Assert.Equal(BridgeOutcome.Unmatched, matches.Of(1).Outcome);
    }

    [Fact]
    public void An_event_that_anybody_emitted_does_not_take_the_place_of_a_known_contracts()
    {
        var known = Legs.Payout(5, 60, who: 3) with { MessageId = "7", IsKnownEmitter = true };
        var forged = Legs.Payout(6, 10) with { MessageId = "7", IsKnownEmitter = false };

        var matches = Legs.Match(Legs.Deposit(1, 0) with { MessageId = "7", IsKnownEmitter = true }, forged, known);

        Assert.Equal((UInt128?)5, matches.PayoutOf(1));
    }

    [Fact]
    public void Passengers_of_one_message_are_told_apart_by_their_recipients()
    {
        var matches = Legs.Match(
            Legs.Deposit(1, 0, who: 1) with { MessageId = "7" }, Legs.Deposit(2, 0, who: 2) with { MessageId = "7" },
            Legs.Payout(5, 60, who: 2) with { MessageId = "7" }, Legs.Payout(6, 60, who: 1) with { MessageId = "7" });

        Assert.Equal(((UInt128?)6, (UInt128?)5), (matches.PayoutOf(1), matches.PayoutOf(2)));
    }

    [Fact]
    public void A_refund_gives_the_deposit_back()
    {
        var refund = Legs.Deposit(9, 500) with { Side = BridgeSide.Refund, MessageId = "7" };

        var matches = Legs.Match(Legs.Deposit(1, 0) with { MessageId = "7" }, refund, Legs.Payout(5, 60));

        Assert.Equal((BridgeOutcome.Refunded, refund), (matches.Of(1).Outcome, matches.Of(1).Refund));
        Assert.Single(matches.Unclaimed);
    }

    [Fact]
    public void Stated_fields_join_within_seven_days_and_not_after()
    {
        const int Week = 7 * 24 * 3600;

        var matches = Legs.Match(Legs.Deposit(1, 0, 1_000), Legs.Payout(5, Week, 1_000), Legs.Deposit(2, 0, 2_000), Legs.Payout(6, Week + 1, 2_000));

        Assert.Equal((BridgeMethod.Fields, (UInt128?)5), (matches.Of(1).Method, matches.PayoutOf(1)));
        Assert.Equal(BridgeOutcome.Unmatched, matches.Of(2).Outcome);
    }

    [Fact]
    public void Two_payouts_that_fit_alike_leave_the_deposit_ambiguous_with_both()
    {
        var match = Legs.Match(Legs.Deposit(1, 0), Legs.Payout(5, 60), Legs.Payout(6, 120)).Of(1);

        Assert.Equal((BridgeOutcome.Ambiguous, 2), (match.Outcome, match.Fitting));
        Assert.Null(match.Payout);
        Assert.Equal([(UInt128)5, 6], match.Candidates.Select(candidate => candidate.Payout.Tx.Low));
        Assert.True(match.Candidates[0].WeightPpm > match.Candidates[1].WeightPpm);
    }

    [Fact]
    public void A_payout_that_came_before_the_second_deposit_is_the_firsts_and_leaves_the_other_to_the_second()
    {
        var matches = Legs.Match(Legs.Deposit(1, 0), Legs.Payout(5, 60), Legs.Deposit(2, 100), Legs.Payout(6, 200));

        Assert.Equal(((UInt128?)5, (UInt128?)6), (matches.PayoutOf(1), matches.PayoutOf(2)));
        Assert.True(matches.Of(2).ByExclusion);
    }

    [Fact]
    public void One_payout_for_two_deposits_is_given_to_neither_and_weighs_no_more_than_once()
    {
        var matches = Legs.Match(Legs.Deposit(1, 0), Legs.Deposit(2, 10), Legs.Payout(5, 60));

        Assert.All(matches.Deposits, match => Assert.Equal(BridgeOutcome.Ambiguous, match.Outcome));
        Assert.InRange(matches.Deposits.Sum(match => match.Candidates.Sum(candidate => candidate.WeightPpm)), 999_990, 1_000_000);
    }

    [Theory]
    [InlineData(1800, 970, true)]
    [InlineData(1801, 970, false)]
    [InlineData(1800, 969, false)]
    [InlineData(1, 1000, true)]
    [InlineData(0, 1000, false)]
    [InlineData(1, 1001, false)]
    public void The_search_takes_what_is_within_its_windows(int delay, ulong paid, bool fits)
    {
        var deposit = Legs.Deposit(1, 0, 1_000) with { OtherAsset = null, Recipient = null };

        var match = Legs.Match(deposit, Legs.Payout(5, delay, paid)).Of(1);

        Assert.Equal(fits ? (BridgeOutcome.Matched, BridgeMethod.Search) : (BridgeOutcome.Unmatched, (BridgeMethod?)null), (match.Outcome, match.Method));
    }

    [Fact]
    public void The_search_compares_coins_where_decimals_differ()
    {
        var usdc = AssetId.Parse("eip155:1/erc20:0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48");
        var onBsc = AssetId.Parse("eip155:56/erc20:0x8ac76a51cc950d9822d68b83fe1ad97b32cd580d");
        TokenList tokens = new([new(usdc, "USDC", 6, "USD Coin"), new(onBsc, "USDC", 18, "USD Coin")]);
        var deposit = Legs.Deposit(1, 0, 1_000_000) with { Asset = usdc, OtherAsset = null, OtherChain = onBsc.Chain };
        var payout = Legs.Payout(5, 60, 990_000_000_000_000_000) with { Asset = onBsc, Chain = onBsc.Chain };

        var matches = new BridgeMatcher(tokens: tokens).Match([deposit, payout]);

        Assert.Equal((UInt128?)5, matches.PayoutOf(1));
    }

    [Fact]
    public void The_search_gives_nothing_by_exclusion_because_a_payment_may_be_anybodys()
    {
        static BridgeLeg Searched(int number, int second) => Legs.Deposit(number, second) with { OtherAsset = null };

        var matches = Legs.Match(Searched(1, 0), Legs.Payout(5, 60), Searched(2, 100), Legs.Payout(6, 200));

        Assert.Equal(2, matches.Deposits.Count(match => match.Outcome == BridgeOutcome.Ambiguous));
    }

    [Fact]
    public void Nobody_is_matched_in_a_crowd_and_a_hundred_thousand_alike_are_read_all_the_same()
    {
        const int Many = 100_000;
        var legs = Enumerable.Range(0, Many).SelectMany(number => new[] { Legs.Deposit(number, number), Legs.Payout(number, number + 1) });

        var matches = new BridgeMatcher().Match(legs);

        Assert.Equal(Many, matches.Deposits.Count);
        Assert.True(matches.Of(0).IsCrowded);
        Assert.DoesNotContain(matches.Deposits, match => match.Outcome == BridgeOutcome.Matched);
        Assert.All(matches.Deposits, match => Assert.True(match.Candidates.Count <= BridgeWindows.Default.MaxKept));
    }
}
