using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Tests.Tracing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Incidents.Losses.Guards;

/// <summary>Each guard against the double count it is for.</summary>
public sealed class GuardTests
{
    [Fact]
    public void Later_hops_never_add()
    {
        var losses = GuardStory.Find(new Story().Pay("hot", "thief", 100).Pay("thief", "next", 100).Pay("next", "thief", 100).Pay("thief", "mixer", 60).Transfers);

        Assert.Equal((UInt128)100, losses.Sum(LossClass.Theft));
        Assert.Single(losses);
    }

    [Fact]
    public void A_payment_to_a_stranger_is_suspect_and_in_no_total()
    {
        var losses = GuardStory.Find(new Story().Pay("hot", "thief", 100).Pay("hot", "customer", 7).Transfers);

        Assert.Equal(((UInt128)100, (UInt128)7), (losses.Sum(LossClass.Theft), losses.Sum(LossClass.Suspect)));
    }

    [Fact]
    public void What_the_victim_rescues_or_shuffles_is_no_loss()
    {
        var losses = GuardStory.Find(new Story().Pay("hot", "thief", 100).Pay("hot", "rescue", 900).Pay("hot", "cold", 50).Transfers);

        Assert.Equal(
            ((UInt128)100, (UInt128)900, (UInt128)50),
            (losses.Sum(LossClass.Theft), losses.Sum(LossClass.InternalRescue), losses.Sum(LossClass.InternalShuffle)));
    }

    [Fact]
    public void What_the_thief_gives_back_is_returned_and_gross_stays()
    {
        var losses = GuardStory.Find(new Story().Pay("hot", "thief", 100).Pay("thief", "cold", 40).Transfers);

        Assert.Equal(((UInt128)100, (UInt128)40), (losses.Sum(LossClass.Theft), losses.Sum(LossClass.Returned)));
    }

    [Fact]
    public void The_same_transfer_told_twice_counts_once_and_two_equal_ones_count_twice()
    {
        var transfers = new Story().Pay("hot", "thief", 100).Transfers;
        var second = transfers[0] with { Occurrence = 1 };

        Assert.Equal((UInt128)100, GuardStory.Find([.. transfers, .. transfers]).Sum(LossClass.Theft));
        Assert.Equal((UInt128)200, GuardStory.Find([.. transfers, second, second]).Sum(LossClass.Theft));
    }

    [Fact]
    public void Change_back_to_the_victim_is_no_loss()
    {
        var story = new Story().Spend(1, [], [("hot", 100)]).Spend(2, [(1, 0, 100)], [("thief", 30), ("change", 69)]);

        var losses = GuardStory.Find(story.Transfers);

        Assert.Equal(((UInt128)30, (UInt128)69), (losses.Sum(LossClass.Theft), losses.Sum(LossClass.Change)));
    }

    [Fact]
    public void Of_a_transaction_that_others_paid_into_no_more_is_lost_than_the_victim_paid_in()
    {
        var story = new Story().Spend(1, [], [("hot", 100), ("thief", 500)]).Spend(2, [(1, 0, 100), (1, 1, 500)], [("thief", 550), ("change", 20), ("stranger", 30)]);

        var losses = GuardStory.Find(story.Transfers);

        Assert.Equal(((UInt128)80, (UInt128)0), (losses.Sum(LossClass.Theft), losses.Sum(LossClass.Suspect)));
    }

    [Fact]
    public void Unwrapping_before_the_theft_does_not_count_twice()
    {
        var wrapped = new AssetId(Story.Chain, $"erc20:{AddressText.Render(Story.Chain, Story.At("weth")).ToLowerInvariant()}");
        var burn = GuardStory.Token(1, "hot", "weth", 100, wrapped);
        var paid = new Story().Pay("weth", "hot", 100).Transfers[0] with { Tx = burn.Tx, Position = new(1, 0, Phase.Value, 0) };
        var theft = new Story().Pay("x", "x", 1).Pay("hot", "thief", 100).Transfers[1] with { Position = new(2, 0, Phase.Value, 0) };

        var losses = GuardStory.Find([burn, paid, theft]);

        Assert.Equal(((UInt128)100, (UInt128)100, (UInt128)0), (losses.Sum(LossClass.Theft), losses.Sum(LossClass.Swap), losses.Sum(LossClass.Suspect)));
    }

    [Fact]
    public void A_burn_that_pays_another_amount_back_is_not_taken_for_unwrapping()
    {
        var wrapped = new AssetId(Story.Chain, $"erc20:{AddressText.Render(Story.Chain, Story.At("weth")).ToLowerInvariant()}");
        var burn = GuardStory.Token(1, "hot", "weth", 100, wrapped);
        var paid = new Story().Pay("weth", "hot", 99).Transfers[0] with { Tx = burn.Tx };

        Assert.Equal((UInt128)100, GuardStory.Find([burn, paid]).Sum(LossClass.Suspect));
    }

    [Theory]
    [InlineData(30, 100, LossClass.Bridge)]
    [InlineData(30, 99, LossClass.Suspect)]
    [InlineData(1441, 100, LossClass.Suspect)]
    public void What_is_minted_to_the_victim_on_another_chain_within_a_day_counts_there(int minutes, int minted, LossClass expected)
    {
        var usdc = TokenList.Builtin.Tokens.First(token => token.Symbol == "USDC" && token.Asset.Chain == Story.Chain).Asset;
        var bridged = new AssetId(GuardStory.Arbitrum, "erc20:0x00000000000000000000000000000000000000e7");
        var tokens = TokenList.Merge(TokenList.Builtin, new([new Token(bridged, "USDC", 6, "Bridged")]));
        var locked = GuardStory.Token(1, "hot", "bridge", 100, usdc);
        var mint = GuardStory.Token(2, null, "hot", (UInt128)minted, bridged, minutes);

        var loss = Assert.Single(TransferLosses.Find([locked, mint], GuardStory.Parties, tokens, []));

        Assert.Equal(expected, loss.Class);
    }

    [Fact]
    public void No_more_is_stolen_than_is_missing_from_the_balance()
    {
        var transfers = new Story().Pay("hot", "thief", 100).Pay("hot", "thief", 50).Pay("hot", "thief", 25).Transfers;

        var losses = GuardStory.Find(transfers, new BalanceReconciliation(Story.Coin, new(200), new(10), new(30), new(60)));

        Assert.Equal([100, 20, 0], losses.Select(loss => (int)loss.Counted.Units));
        Assert.Equal(BalanceDropCap.Name, losses[1].Reason);
    }

    [Fact]
    public void A_balance_that_grew_leaves_no_loss_and_one_nobody_stated_is_named()
    {
        var transfers = new Story().Pay("hot", "thief", 100).Transfers;

        Assert.Equal(UInt128.Zero, GuardStory.Find(transfers, new BalanceReconciliation(Story.Coin, new(0), new(0), new(0), new(60))).Sum(LossClass.Theft));
        Assert.Equal([Story.Coin], BalanceDropCap.Unchecked(GuardStory.Find(transfers), []));
    }

    [Fact]
    public void The_movements_become_an_estimate_that_says_which_rule_decided()
    {
        var estimate = TransferEstimate.Of(
            GuardStory.Find(new Story().Pay("hot", "thief", 2_500_000_000_000_000_000).Pay("hot", "rescue", 9).Transfers), TokenList.Builtin, "test", StatedTime.Parse("2023-09-12"));

        Assert.NotNull(estimate);
        Assert.Equal(["transfers-00001", "transfers-00002"], estimate.Rows.Select(row => row.Id));
        Assert.Equal(("2.5", FirstMovement.Name, OwnRescue.Name), (estimate.Rows[0].Amount?.ToString(), estimate.Rows[0].Note, estimate.Rows[1].Note));
        Assert.Equal(NamedAsset.Of(Story.Coin), estimate.Rows[0].Asset);
        Assert.Empty(new LossHistory([estimate]).Faults);
    }

    [Fact]
    public void Nothing_found_is_no_estimate() =>
        Assert.Null(TransferEstimate.Of(GuardStory.Find(new Story().Pay("a", "b", 1).Transfers), TokenList.Builtin, "test", StatedTime.Parse("2023-09-12")));
}
