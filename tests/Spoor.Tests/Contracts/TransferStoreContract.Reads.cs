using System.Globalization;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Contracts;

/// <content>What comes out: everything asked for, once, in position order, unchanged.</content>
public abstract partial class TransferStoreContract
{
    [Fact]
    public async Task A_frontier_gets_its_transfers_in_position_order_and_each_once()
    {
        Transfer[] history =
        [
            Move(1, 0, 1, 2, 100),
            Move(1, 1, 2, 3, 60),
            Move(2, 0, 3, 3, 60),
            Move(3, 0, 4, 5, 7),
            Move(4, 0, 5, 2, 1),
        ];
        await Store.AppendAllAsync(history.Reverse());

        var found = await Store.TransfersOfAsync(Ethereum, [Party(3), Party(2), Party(3)], Cancellation);

        Assert.Equal([history[0], history[1], history[2], history[4]], found);
    }

    [Fact]
    public async Task A_frontier_sees_one_chain_only()
    {
        await Store.AppendAllAsync(Move(1, 0, 1, 2, 100), Move(1, 0, 1, 2, 100, Polygon));

        var found = await Store.TransfersOfAsync(Polygon, [Party(1)], Cancellation);

        Assert.Equal(Polygon, Assert.Single(found).Chain);
        Assert.Empty(await Store.TransfersOfAsync(Bitcoin, [Party(1)], Cancellation));
        Assert.Empty(await Store.TransfersOfAsync(Ethereum, [], Cancellation));
    }

    [Fact]
    public async Task Ten_thousand_transfers_of_one_block_all_come_back()
    {
        Transfer[] block = [.. Enumerable.Range(0, 10_000).Select(number => Move(1, number, 1, number + 2, (uint)number))];

        Assert.Equal(10_000, await Store.AppendAllAsync(block));

        Assert.Equal(block, await Store.TransfersOfAsync(Ethereum, [Party(1)], Cancellation));
    }

    [Fact]
    public async Task Two_events_of_one_second_keep_their_order()
    {
        var receipt = Move(1, 4, 1, 2, 100);
        var forward = Move(1, 5, 2, 3, 100);

        await Store.AppendAllAsync(forward, receipt);

        Assert.Equal([receipt, forward], await Store.TransfersOfAsync(Ethereum, [Party(2)], Cancellation));
    }

    [Fact]
    public async Task Transfers_without_a_position_in_the_block_come_in_an_order_free_of_import()
    {
        var small = Move(1, 0, 1, 2, 5) with { Tx = Tx(7) };
        var large = Move(1, 0, 1, 2, 9) with { Tx = Tx(7) };
        var issued = Move(1, 0, null, 1, 9) with { Tx = Tx(7) };

        await Store.AppendAllAsync(large, small, issued);

        Assert.Equal([issued, small, large], await Store.TransfersOfAsync(Ethereum, [Party(1)], Cancellation));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("18446744073709551616")]
    [InlineData("170141183460469231731687303715884105728")]
    [InlineData("340282366920938463463374607431768211455")]
    public async Task Amounts_up_to_the_largest_come_back_to_the_unit(string units)
    {
        var transfer = Move(1, 0, 1, 2, UInt128.Parse(units, CultureInfo.InvariantCulture)) with { Quality = AmountQuality.Rounded };

        await Store.AppendAllAsync(transfer);

        Assert.Equal([transfer], await Store.TransfersOfAsync(Ethereum, [Party(2)], Cancellation));
    }

    [Fact]
    public async Task A_fee_and_an_issue_come_back_with_one_side()
    {
        var fee = Move(1, 0, 1, null, 3) with { Kind = TransferKind.Fee, Position = new(1, 0, Phase.First, 0) };
        var issue = Move(1, 1, null, 1, 9) with { Kind = TransferKind.Issue };

        await Store.AppendAllAsync(fee, issue);

        Assert.Equal([fee, issue], await Store.TransfersOfAsync(Ethereum, [Party(1)], Cancellation));
    }

    [Fact]
    public async Task Every_kind_of_address_comes_back()
    {
        var witness = new Address(AddressKind.Witness0 + 1, new byte[32]);
        var odd = new Address(AddressKind.Witness0 + 16, Enumerable.Range(1, Address.MaxBytes).Select(value => (byte)value).ToArray());
        var transfer = Move(1, 0, 1, 2, 100) with { From = witness, To = odd };

        await Store.AppendAllAsync(transfer);

        Assert.Equal([transfer], await Store.TransfersOfAsync(Ethereum, [odd], Cancellation));
        Assert.Equal([transfer], await Store.TransfersOfAsync(Ethereum, [witness], Cancellation));
    }

    [Fact]
    public async Task The_transaction_that_spends_an_output_comes_whole()
    {
        var coin = new Outpoint(Tx(99), 1);
        Transfer[] spending = [Input(2, 0, 0, 1, coin), Output(2, 0, 0, 2), Output(2, 0, 1, null)];
        var later = Input(3, 0, 0, 2, spending[1].Output!.Value);
        await Store.AppendAllAsync([.. spending, later]);

        Assert.Equal(spending, await Store.SpendsOfAsync(Bitcoin, [coin, new(Tx(99), 2)], Cancellation));
        Assert.Equal([later], await Store.SpendsOfAsync(Bitcoin, [spending[1].Output!.Value], Cancellation));
        Assert.Empty(await Store.SpendsOfAsync(Bitcoin, [spending[2].Output!.Value], Cancellation));
    }

    [Fact]
    public async Task Activity_counts_movements_and_distinct_counterparties()
    {
        await Store.AppendAllAsync(Move(1, 0, 1, 2, 5), Move(2, 0, 2, 1, 5), Move(3, 0, 2, 2, 5), Move(4, 0, 2, 3, 5), Move(5, 0, 2, null, 1));

        var activity = await Store.ActivityOfAsync(Ethereum, [Party(2), Party(2), Party(77)], Cancellation);

        var (address, found) = Assert.Single(activity);
        Assert.Equal(Party(2), address);
        Assert.Equal(new(5, 2, TimeOf(1), TimeOf(5)) { Credible = 5, Payments = 4, Days = 1, Hours = 1 }, found);
    }

    [Fact]
    public async Task Tokens_that_anybody_can_make_and_movements_of_nothing_make_nobody_busy()
    {
        AssetId listed = new(Ethereum, "erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");
        AssetId made = new(Ethereum, "erc20:0x0000000000000000000000000000000000000bad");
        Transfer[] rows = [Token(1, 3, listed, 5), Token(2, 4, listed, 0), Token(3, 5, made, 5), Token(4, 6, made, 5)];
        await Store.AppendAllAsync(rows);

        // Where a file has tokens alone, each of them counts: there is nothing else to go by.
        Assert.Equal((4L, 3L, 3L), CountsOf(await Store.ActivityOfAsync(Ethereum, [Party(2)], Cancellation)));
        await Store.AppendAllAsync(Move(5, 0, 2, 1, 5));
        Assert.Equal((5L, 2L, 2L), CountsOf(await Store.ActivityOfAsync(Ethereum, [Party(2)], Cancellation)));

        Transfer Token(int block, int to, AssetId asset, UInt128 units) => Move(block, 0, 2, to, units) with { Kind = TransferKind.Token, Asset = asset };

        (long, long, long) CountsOf(IReadOnlyDictionary<Address, Activity> found) =>
            (found[Party(2)].Transfers, found[Party(2)].Counterparties, found[Party(2)].Credible);
    }

    [Fact]
    public async Task Counterparties_on_a_utxo_chain_are_across_the_transaction()
    {
        await Store.AppendAllAsync(
            Input(1, 0, 0, 1, new(Tx(99), 0)), Input(1, 0, 1, 2, new(Tx(99), 1)), Output(1, 0, 0, 3), Output(1, 0, 1, 4), Output(1, 0, 2, 1));

        var activity = await Store.ActivityOfAsync(Bitcoin, [Party(1), Party(3)], Cancellation);

        Assert.Equal(new(2, 3, TimeOf(1), TimeOf(1)) { Credible = 2, Payments = 1, Days = 1, Hours = 1 }, activity[Party(1)]);
        Assert.Equal(new(1, 2, TimeOf(1), TimeOf(1)) { Credible = 1 }, activity[Party(3)]);
    }
}
