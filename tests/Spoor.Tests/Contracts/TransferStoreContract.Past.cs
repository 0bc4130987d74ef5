using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Contracts;

/// <content>What an address had done before a block.</content>
public abstract partial class TransferStoreContract
{
    private static readonly AssetId Listed = AssetId.Parse("eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");

    [Fact]
    public async Task The_past_of_an_address_ends_below_the_block_asked_for()
    {
        await Store.AppendAllAsync(Move(3, 0, 1, 2, 5), Move(4, 0, 2, 2, 5), Move(5, 0, 2, 1, 5), Move(5, 1, 1, 3, 5));

        var past = await Store.PastOfAsync(Ethereum, [Party(2), Party(2), Party(3)], 5, [], Cancellation);

        var (address, found) = Assert.Single(past);
        Assert.Equal(Party(2), address);
        Assert.Equal(new(2, TimeOf(3)), found);
        Assert.Empty(await Store.PastOfAsync(Polygon, [Party(2)], 5, [], Cancellation));
    }

    [Fact]
    public async Task Movements_of_nothing_and_of_tokens_that_nobody_lists_make_no_past()
    {
        var token = Move(1, 0, 1, 2, 5) with { Kind = TransferKind.Token, Asset = Listed };
        var junk = token with { Asset = AssetId.Parse("eip155:1/erc20:0x00000000000000000000000000000000000bad01") };
        await Store.AppendAllAsync(Move(2, 0, 1, 2, 0), junk, token with { Position = new(3, 0, Phase.Log, 0), Time = TimeOf(3), To = Party(3) });

        var past = await Store.PastOfAsync(Ethereum, [Party(2), Party(3)], 9, [Listed], Cancellation);

        Assert.Equal([Party(3)], past.Keys);
        Assert.Equal(new(1, TimeOf(3)), past[Party(3)]);
    }

    [Fact]
    public async Task A_past_without_a_stated_time_has_no_first()
    {
        await Store.AppendAllAsync(Move(1, 0, 1, 2, 5) with { Time = DateTimeOffset.UnixEpoch });

        var past = await Store.PastOfAsync(Ethereum, [Party(2)], 9, [], Cancellation);

        Assert.Equal(new(1, null), past[Party(2)]);
    }
}
