using Spoor.Tracing.Bridges;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Swaps;

/// <summary>Which joined legs a trace may follow.</summary>
public sealed class CrossingTests
{
    private static readonly ChainId Polygon = ChainId.Parse("eip155:137");

    [Fact]
    public void A_payout_with_the_same_id_is_followed_to_whom_the_deposit_named()
    {
        var crossing = Assert.Single(Of(Deposit(), Payout()));

        Assert.Equal("across:1:7", crossing.Name);
        Assert.Equal(new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new Amount(60)), crossing.Deposit);
        Assert.Equal((Polygon, Story.Tx(2), Story.At("other")), (crossing.Payout!.Chain, crossing.Payout.Tx, crossing.Payout.Party!.Value));
    }

    [Fact]
    public void A_contract_that_nobody_knows_carries_nothing_over()
    {
        Assert.Empty(Of(Deposit() with { IsKnownEmitter = false }, Payout()));
        Assert.Null(Assert.Single(Of(Deposit(), Payout() with { IsKnownEmitter = false })).Payout);
    }

    [Fact]
    public void What_only_a_search_found_stays_in_transit()
    {
        var crossing = Assert.Single(Of(Deposit() with { MessageId = null, OtherAmount = null }, Payout() with { MessageId = null }));

        Assert.Null(crossing.Payout);
    }

    [Fact]
    public void A_crossing_says_how_its_payout_was_found_also_where_that_is_not_followed()
    {
        Assert.Equal("id", Assert.Single(Of(Deposit(), Payout())).MatchedBy);
        Assert.Equal("refund", Assert.Single(Of(Deposit(), Deposit() with { Side = BridgeSide.Refund, Tx = Story.Tx(5), Recipient = null, Sender = null })).MatchedBy);
        Assert.Null(Assert.Single(Of(Deposit())).MatchedBy);
    }

    [Fact]
    public void A_refund_comes_out_where_it_went_in()
    {
        var refund = Deposit() with { Side = BridgeSide.Refund, Tx = Story.Tx(5), Recipient = null, Sender = null };

        var crossing = Assert.Single(Of(Deposit(), refund));

        Assert.Equal((Story.Chain, Story.Tx(5), Story.At("thief")), (crossing.Payout!.Chain, crossing.Payout.Tx, crossing.Payout.Party!.Value));
    }

    private static IReadOnlyList<Crossing> Of(params BridgeLeg[] legs) => Crossing.Of(new BridgeMatcher().Match(legs));

    private static BridgeLeg Deposit() => new()
    {
        Side = BridgeSide.Deposit,
        Protocol = "across",
        MessageId = "1:7",
        Chain = Story.Chain,
        OtherChain = Polygon,
        Tx = Story.Tx(1),
        Time = Story.Begin,
        IsKnownEmitter = true,
        Sender = Story.At("thief"),
        Recipient = Story.At("other"),
        Asset = Story.Coin,
        Amount = new Amount(60),
    };

    private static BridgeLeg Payout() => new()
    {
        Side = BridgeSide.Payout,
        Protocol = "across",
        MessageId = "1:7",
        Chain = Polygon,
        OtherChain = Story.Chain,
        Tx = Story.Tx(2),
        Time = Story.Begin.AddMinutes(4),
        IsKnownEmitter = true,
        Amount = new Amount(59),
    };
}
