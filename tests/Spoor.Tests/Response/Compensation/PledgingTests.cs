using System.Numerics;
using CsCheck;
using Spoor.Response.Compensation;
using Spoor.Transfers;

namespace Spoor.Tests.Response.Compensation;

public sealed class PledgingTests
{
    private static readonly Gen<(ulong[] Balances, ulong Loss)> Losses =
        Gen.Select(Gen.ULong.Array[1, 60], Gen.ULong).Where(pair => pair.Item1.Aggregate(UInt128.Zero, (sum, one) => sum + one) >= pair.Item2);

    [Fact]
    public void Pro_rata_pledges_sum_to_the_loss_and_none_exceeds_its_balance() => Losses.Sample(drawn =>
    {
        var pledges = Pledging.Of(TableOf(drawn.Balances), Terms(PledgePolicy.ProRata, drawn.Loss));

        Assert.Equal(new Amount(drawn.Loss), pledges.Assets[0].Total);
        var sum = drawn.Balances.Aggregate(BigInteger.Zero, (all, one) => all + one);
        for (int customer = 0; customer < drawn.Balances.Length; customer++)
        {
            var exact = (BigInteger)drawn.Loss * drawn.Balances[customer];
            var pledge = (BigInteger)pledges.Of(customer, 0).Units;
            Assert.InRange(pledge, exact / BigInteger.Max(sum, 1), (exact / BigInteger.Max(sum, 1)) + 1);
            Assert.True(pledge <= drawn.Balances[customer]);
        }
    });

    [Fact]
    public void A_full_pledge_is_the_balance() => Gen.ULong.Array[1, 20].Sample(balances =>
        Assert.Equal(balances.Select(one => (UInt128)one), Pledging.Of(TableOf(balances), Terms(PledgePolicy.Full, 0)).Column(0).ToArray()));

    [Fact]
    public void A_part_of_the_loss_is_cut_to_whole_units()
    {
        var pledges = Pledging.Of(TableOf([100, 100, 100]), Terms(PledgePolicy.ProRata, 101) with { SharePerMillion = 333_333 });

        Assert.Equal([11, 11, 11], pledges.Column(0).ToArray().Select(units => (int)units));
        Assert.Equal(new Amount(33), pledges.Assets[0].Total);
    }

    [Fact]
    public void Dollars_are_rounded_once_for_all_and_then_shared_out()
    {
        var terms = Terms(PledgePolicy.Full, 0) with
        {
            Assets = [new("ETH", 2, Amount.Zero, 1592.43m), new("TRX", 0, Amount.Zero, 0.07m), new("OLD", 0, Amount.Zero, null)],
            PricedAt = new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero),
        };
        var balances = new BalanceTableBuilder(3);
        foreach (var (customer, asset, units) in new[] { ("a", 0, 1), ("b", 0, 2), ("b", 1, 5), ("c", 1, 1) })
        {
            Assert.True(balances.TryAdd(balances.PlaceOf(customer), asset, (UInt128)units, out _));
        }

        var pledges = Pledging.Of(balances.Build(), terms);

        var usd = Assert.Single(pledges.Assets);
        Assert.Equal((Pledging.UsdCode, 6, new Amount(47_772_900 + 420_000)), (usd.Code, usd.Decimals, usd.Total));
        Assert.Equal([15_924_300, 31_848_600 + 350_000, 70_000], pledges.Column(0).ToArray().Select(units => (int)units));
    }

    [Fact]
    public void A_loss_beyond_the_balances_and_dollars_without_a_price_are_refused()
    {
        var beyond = Assert.Throws<FormatException>(() => Pledging.Of(TableOf([1, 2]), Terms(PledgePolicy.ProRata, 4)));
        var unpriced = Assert.Throws<FormatException>(() => Pledging.Of(TableOf([1]), Terms(PledgePolicy.Full, 0) with { PricedAt = DateTimeOffset.UnixEpoch }));

        Assert.Contains("ETH: expected a loss of customers' money, at most their balances of 3 units, found 4", beyond.Message, StringComparison.Ordinal);
        Assert.Contains("ETH: expected a price", unpriced.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dollars_beyond_128_bits_are_refused_whichever_asset_brings_them()
    {
        var balances = new BalanceTableBuilder(2);
        int customer = balances.PlaceOf("a");
        var units = UInt128.MaxValue / 2_000_000 / 500_000_000;
        Assert.True(balances.TryAdd(customer, 0, units, out _) && balances.TryAdd(customer, 1, units, out _));
        var terms = Terms(PledgePolicy.Full, 0) with
        {
            Assets = [new("AAA", 0, Amount.Zero, 999_999_999m), new("BBB", 0, Amount.Zero, 999_999_999m)],
            PricedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.StartsWith("BBB: expected a worth of less than 2^128", Assert.Throws<FormatException>(() => Pledging.Of(balances.Build(), terms)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_twice_and_a_sum_beyond_128_bits_are_not_taken_in()
    {
        var balances = new BalanceTableBuilder(1);
        int first = balances.PlaceOf("a");

        Assert.True(balances.TryAdd(first, 0, UInt128.MaxValue, out _));
        Assert.False(balances.TryAdd(first, 0, 1, out var twice));
        Assert.False(balances.TryAdd(balances.PlaceOf("b"), 0, 1, out var overflow));
        Assert.Equal((BalanceRefusal.Twice, BalanceRefusal.Overflow), (twice, overflow));
        Assert.Equal(UInt128.MaxValue, balances.Build().Totals[0].Units);
    }

    internal static BalanceTable TableOf(IReadOnlyList<ulong> balances)
    {
        var table = new BalanceTableBuilder(1);
        for (int customer = 0; customer < balances.Count; customer++)
        {
            Assert.True(table.TryAdd(table.PlaceOf($"c-{customer}"), 0, balances[customer], out _));
        }

        return table.Build();
    }

    private static CompensationTerms Terms(PledgePolicy policy, ulong loss) => new() { Assets = [new("ETH", 0, new(loss), null)], Policy = policy };
}
