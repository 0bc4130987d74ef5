using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Mixers;

public sealed class MixerActivityTests
{
    [Fact]
    public void A_deposit_through_the_router_is_of_the_wallet_behind_it()
    {
        var story = new PoolStory();
        story.Deposit("alice", "10 ETH", 0, throughRouter: true);
        story.Deposit("bob", "1 ETH", 5);

        var deposits = story.Activity().Deposits;

        Assert.Equal([(PoolStory.At("alice"), "10 ETH"), (PoolStory.At("bob"), "1 ETH")], deposits.Select(deposit => (deposit.From, deposit.Pool.Name)));
    }

    [Fact]
    public void A_withdrawal_is_the_note_less_a_fee_for_the_relayer()
    {
        var story = new PoolStory();
        story.Deposit("alice", "10 ETH", 0);
        story.Deposit("bob", "10 ETH", 1);
        story.Withdraw("carol", "10 ETH", 10);
        story.Withdraw("dave", "10 ETH", 20, relayer: null);

        var withdrawals = story.Activity().Withdrawals;

        Assert.Equal([PoolStory.At("carol"), PoolStory.At("dave")], withdrawals.Select(withdrawal => withdrawal.Recipient));
        Assert.Equal((PoolStory.At("relayer"), (ulong)100_000_000_000_000_000, false), (withdrawals[0].Relayer!.Value, (ulong)withdrawals[0].Fee.Units, withdrawals[0].IsSelfRelayed));
        Assert.Equal((null, true), (withdrawals[1].Relayer, withdrawals[1].IsSelfRelayed));
    }

    [Fact]
    public void The_larger_payment_goes_to_the_recipient_where_no_order_is_told()
    {
        var story = new PoolStory();
        story.Deposit("alice", "10 ETH", 0);
        story.Withdraw("carol", "10 ETH", 10);

        var unordered = story.With(story.Transfers.Select(transfer => transfer with { Position = transfer.Position with { Transaction = 0, Phase = Phase.Value, Index = 0 } }));

        Assert.Equal(PoolStory.At("carol"), Assert.Single(unordered.Activity().Withdrawals).Recipient);
    }

    [Fact]
    public void The_anonymity_set_is_what_lies_in_the_pool_and_unknown_where_deposits_are_missing()
    {
        var story = new PoolStory();
        story.Deposit("a", "1 ETH", 0);
        story.Deposit("b", "1 ETH", 1);
        story.Withdraw("x", "1 ETH", 2);
        story.Withdraw("y", "1 ETH", 3);
        story.Withdraw("z", "1 ETH", 4);
        story.Deposit("c", "1 ETH", 5);
        story.Withdraw("u", "1 ETH", 6);

        Assert.Equal([2L, 1, null, null], story.Activity().Withdrawals.Select(withdrawal => withdrawal.AnonymitySet));
        Assert.Equal([2L, 2, 2, 3], story.Activity().Withdrawals.Select(withdrawal => withdrawal.DepositsBefore));
    }

    [Fact]
    public void What_is_neither_is_counted_and_not_guessed()
    {
        var story = new PoolStory();
        story.Deposit("a", "1 ETH", 0);
        var odd = story.Pay("a", "b", 1, 77);
        var renamed = story.With(story.Transfers.Select(transfer => transfer.Tx == odd ? transfer with { To = PoolStory.Pool("1 ETH").Address } : transfer));

        Assert.Equal([odd], renamed.Activity().Unrecognised);
        Assert.Single(renamed.Activity().Deposits);
    }

    [Fact]
    public void A_token_that_calls_itself_anything_is_no_deposit()
    {
        var story = new PoolStory();
        story.Deposit("a", "1 ETH", 0);
        var fake = new AssetId(PoolStory.Chain, "erc20:0x00000000000000000000000000000000000000aa");

        Assert.Empty(story.With(story.Transfers.Select(transfer => transfer with { Asset = fake, Kind = TransferKind.Token })).Activity().Deposits);
    }
}
