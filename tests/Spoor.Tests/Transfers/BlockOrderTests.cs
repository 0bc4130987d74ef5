using CsCheck;
using Spoor.Transfers;
using static Spoor.Transfers.BlockOrder;

namespace Spoor.Tests.Transfers;

public sealed class BlockOrderTests
{
    private static readonly Gen<Unplaced> Movements = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 6], (tx, from, to) => new Unplaced($"t{tx}", Phase.Log, $"h{from}", $"h{to}"));

    [Fact]
    public void What_feeds_an_address_comes_before_what_it_spends()
    {
        var places = Of([Move("t1", "b", "c"), Move("t2", "a", "b"), Move("t3", "x", "y")]);

        Assert.Equal([1, 0, 2], places.Select(place => place.Transaction));
    }

    [Fact]
    public void Movements_that_do_not_touch_keep_the_order_of_the_file() =>
        Assert.Equal([0, 1, 2], Of([Move("t9", "a", "b"), Move("t1", "c", "d"), Move("t5", "e", "f")]).Select(place => place.Transaction));

    [Fact]
    public void A_cycle_keeps_the_order_of_the_file_and_stands_between_its_payer_and_its_spender()
    {
        var places = Of([Move("out", "b", "z"), Move("ab", "a", "b"), Move("ba", "b", "a"), Move("in", "y", "a")]);

        Assert.Equal([2, 1, 3, 0], [places[1].Transaction + 1, places[1].Transaction, places[2].Transaction + 1, places[3].Transaction]);
        Assert.Equal(0, places[3].Transaction);
    }

    [Fact]
    public void A_transfer_to_oneself_waits_for_what_feeds_it()
    {
        var places = Of([Move("self", "a", "a"), Move("feed", "x", "a")]);

        Assert.Equal([1, 0], places.Select(place => place.Transaction));
    }

    [Fact]
    public void Inside_a_transaction_the_movements_of_a_phase_are_ordered_the_same_way()
    {
        var places = Of([Move("t", "b", "c"), Move("t", "a", "b")]);

        Assert.Equal([new(0, 1), new(0, 0)], places);
    }

    [Fact]
    public void A_hub_of_ten_thousand_movements_and_a_chain_of_as_many_are_ordered_at_once()
    {
        var hub = Enumerable.Range(0, 5000).Select(i => Move($"out{i}", "hub", $"r{i}"))
            .Concat(Enumerable.Range(0, 5000).Select(i => Move($"in{i}", $"p{i}", "hub"))).ToList();
        var chain = Enumerable.Range(0, 10_000).Select(i => Move($"c{i}", $"n{10_000 - i}", $"n{10_001 - i}")).ToList();

        var hubPlaces = Of(hub);
        var chainPlaces = Of(chain);

        Assert.True(hubPlaces[..5000].Min(place => place.Transaction) > hubPlaces[5000..].Max(place => place.Transaction));
        Assert.Equal(Enumerable.Range(0, 10_000).Reverse(), chainPlaces.Select(place => place.Transaction));
    }

    [Fact]
    public void Places_are_distinct_dense_and_the_same_every_time() =>
        Movements.List[0, 30].Sample(movements =>
        {
            var places = Of(movements);
            int transactions = movements.Select(movement => movement.Tx).Distinct().Count();
            return places.Distinct().Count() == movements.Count
                && places.Select(place => place.Transaction).Distinct().Count() == transactions
                && places.All(place => place.Transaction < transactions)
                && places.SequenceEqual(Of(movements));
        });

    [Fact]
    public void Without_a_cycle_no_spender_stands_before_its_payer() =>
        Gen.Shuffle(Enumerable.Range(0, 12).ToArray()).Sample(order =>
        {
            var movements = order.Select(i => Move($"t{i}", $"h{i}", $"h{i + 1}")).ToList();
            var places = Of(movements);
            return Enumerable.Range(0, 12).All(k => places[Array.IndexOf(order, k)].Transaction == k);
        });

    private static Unplaced Move(string tx, string from, string to) => new(tx, Phase.Log, from, to);
}
