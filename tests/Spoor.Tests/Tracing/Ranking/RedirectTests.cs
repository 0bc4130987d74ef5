using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Ranking;

/// <summary>A ranking through swaps: what the payer of a swap does with what it received for it.</summary>
public sealed class RedirectTests
{
    private static readonly AssetId Usdc = new(Story.Chain, "erc20:0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48");
    private static readonly AssetId Weth = new(Story.Chain, "erc20:0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2");

    private static readonly RankingRequest Redirect = Ranked.From(RankingMethod.TtrRedirect, "thief") with
    {
        Seeds = [new(Story.At("thief"), Usdc)],
        BetaPerMillion = 1_000_000,
    };

    [Fact]
    public void A_swap_is_followed_into_the_asset_received_and_not_into_the_pool()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "pool", Usdc, 1_000), ("pool", "router", Weth, 5), ("router", "thief", Story.Coin, 5)),
            .. Transaction(2, ("pool", "stranger", Usdc, 900)),
            .. Transaction(3, ("thief", "mule", Story.Coin, 4)),
            .. Transaction(4, ("thief", "shop", Story.Coin, 1)),
        ];

        var list = Rank(told, Redirect);
        var blind = Rank(told, Redirect with { Method = RankingMethod.TtrTime });

        Assert.Equal(["mule", "shop", "thief"], Names(list));
        Assert.Equal(4 * list.Share("shop"), list.Share("mule"));
        Assert.Equal(["pool", "stranger", "thief"], Names(blind));
    }

    [Fact]
    public void Wrapping_and_swapping_in_turn_are_followed()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "pool", Usdc, 1_000), ("pool", "thief", Weth, 5)),
            .. Transaction(2, ("thief", "\0", Weth, 5), ("weth", "thief", Story.Coin, 5)),
            .. Transaction(3, ("thief", "mule", Story.Coin, 5)),
        ];

        Assert.Equal(["mule", "thief"], Names(Rank(told, Redirect)));
    }

    [Fact]
    public void What_was_swapped_and_never_spent_is_held_by_who_swapped_it()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "mule", Story.Coin, 5)),
            .. Transaction(2, ("thief", "pool", Usdc, 1_000), ("pool", "thief", Story.Coin, 5)),
        ];

        var list = Rank(told, Redirect);

        Assert.Equal(["thief"], Names(list));
        Assert.Equal(0.85m, list.Held("thief"));
    }

    [Fact]
    public void Backward_a_swap_leads_to_who_paid_for_it()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("victim", "thief", Usdc, 1_000)),
            .. Transaction(2, ("thief", "pool", Usdc, 1_000), ("pool", "thief", Story.Coin, 5)),
            .. Transaction(3, ("thief", "deposit", Story.Coin, 5)),
        ];

        var list = Rank(told, Redirect with { Seeds = [new(Story.At("deposit"))], Direction = Spoor.Tracing.TraceDirection.In });

        Assert.Equal(["deposit", "thief", "victim"], Names(list));
    }

    [Fact]
    public void What_is_given_back_in_the_same_transaction_does_not_count()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "mule", Usdc, 1_000), ("mule", "thief", Usdc, 900), ("thief", "shop", Usdc, 100)),
        ];

        var list = Rank(told, Redirect);

        Assert.Equal(list.Share("mule"), list.Share("shop"));
    }

    [Fact]
    public void Liquidity_is_followed_into_the_pool_and_out_of_it()
    {
        var share = new AssetId(Story.Chain, "erc20:0x00000000000000000000000000000000000000aa");
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "pool", Usdc, 1_000), ("thief", "pool", Story.Coin, 5), ("\0", "thief", share, 7)),
            .. Transaction(2, ("thief", "\0", share, 7), ("pool", "thief", Usdc, 990), ("pool", "thief", Weth, 4)),
            .. Transaction(3, ("thief", "mule", Weth, 4)),
            .. Transaction(4, ("thief", "shop", Usdc, 990)),
        ];

        var list = Rank(told, Redirect with { Seeds = [new(Story.At("thief"), Story.Coin)] });

        Assert.Equal(["mule", "shop", "thief"], Names(list));
        Assert.Equal(list.Share("mule"), list.Share("shop"));
    }

    // Burnt shares can be first in rank; their neighbours are those who burnt them.
    [Fact]
    public void The_account_that_burns_tokens_closes_no_community()
    {
        Transfer[] told =
        [
            .. Transaction(1, ("thief", "\0", Usdc, 900)),
            .. Transaction(2, ("thief", "mule", Usdc, 100)),
        ];

        Assert.Equal(3, Rank(told, Redirect).Community);
    }

    private static RankedList Rank(IEnumerable<Transfer> told, RankingRequest request) => Ranker.Run(MemoryTransferStore.Load(told), request);

    private static IEnumerable<string> Names(RankedList list) =>
        list.Addresses.Select(one => System.Text.Encoding.ASCII.GetString(one.Address.ToBytes()).TrimEnd('\0')).Order(StringComparer.Ordinal);

    private static IEnumerable<Transfer> Transaction(int number, params (string From, string To, AssetId Asset, int Amount)[] movements) =>
        movements.Select((movement, i) => new Transfer
        {
            Position = new(number, 0, Phase.Log, i),
            Time = Story.Begin.AddMinutes(number),
            Tx = Story.Tx(number),
            Kind = movement.Asset == Story.Coin ? TransferKind.Native : TransferKind.Token,
            From = Story.At(movement.From),
            To = Story.At(movement.To),
            Asset = movement.Asset,
            Amount = new((UInt128)movement.Amount),
        });
}
