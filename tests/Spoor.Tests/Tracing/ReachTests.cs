using CsCheck;
using Spoor.Tracing;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Tracing;

public sealed class ReachTests
{
    // Few addresses, few blocks, few places in a block: cycles, payments to oneself and equal positions all occur.
    private static readonly Gen<Transfer[]> Histories =
        Gen.Select(Gen.Long[1, 3], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 5])
            .Select(one => Move(one.Item1, one.Item2, one.Item3, one.Item4, 1))
            .Array[0, 9];

    private static readonly Gen<ReachSeed[]> Seeds =
        Gen.Select(Gen.Int[0, 6], Gen.Long[0, 3], Gen.Int[0, 3])
            .Select(one => new ReachSeed(Party(one.Item1), new(one.Item2, one.Item3, Phase.Value, 0)))
            .Array[1, 3];

    [Fact]
    public void Reach_is_what_trying_every_walk_finds() =>
        Gen.Select(Histories, Seeds, Gen.Int[0, 5]).Sample((transfers, seeds, maxHops) =>
            Assert.Equal(BruteReach.From(transfers, seeds, maxHops), Reach.From(TransferGraph.Of(transfers), seeds, maxHops)));

    [Fact]
    public void The_order_in_which_transfers_come_changes_nothing() =>
        Gen.Select(Histories.SelectMany(transfers => Gen.Select(Gen.Const(transfers), Gen.Shuffle(transfers))), Seeds)
            .Sample((histories, seeds) => Assert.Equal(
                Reach.From(TransferGraph.Of(histories.Item1), seeds, 4), Reach.From(TransferGraph.Of(histories.Item2), seeds, 4)));

    [Fact]
    public async Task A_store_read_hop_by_hop_reaches_what_the_whole_graph_does() =>
        await Gen.Select(Histories, Seeds, Gen.Int[0, 5]).SampleAsync(async (transfers, seeds, maxHops) => Assert.Equal(
            Reach.From(TransferGraph.Of(transfers), seeds, maxHops),
            await Reach.FromAsync(MemoryTransferStore.Load(transfers), Ethereum, seeds, maxHops, CancellationToken.None)));

    [Fact]
    public void A_payment_before_the_arrival_is_not_followed() =>
        Assert.Equal([Party(1), Party(2)], AddressesFrom(1, 5, Move(7, 0, 1, 2, 5), Move(6, 9, 2, 3, 5)));

    [Fact]
    public void A_deposit_forwarded_in_the_same_block_is_followed() =>
        Assert.Equal([Party(1), Party(2), Party(3)], AddressesFrom(1, 5, Move(7, 3, 1, 2, 5), Move(7, 4, 2, 3, 5)));

    [Fact]
    public void A_forward_that_stands_before_the_deposit_in_its_block_is_not_followed() =>
        Assert.Equal([Party(1), Party(2)], AddressesFrom(1, 5, Move(7, 3, 1, 2, 5), Move(7, 2, 2, 3, 5)));

    [Fact]
    public void Payments_at_one_position_may_follow_each_other_both_ways() =>
        Assert.Equal([Party(1), Party(2), Party(3)], AddressesFrom(1, 5, Move(7, 0, 2, 3, 5), Move(7, 0, 1, 2, 5)));

    [Fact]
    public void A_cycle_ends()
    {
        var reached = From(1, int.MaxValue, Move(1, 0, 1, 2, 5), Move(2, 0, 2, 1, 5), Move(3, 0, 1, 2, 5), Move(4, 0, 2, 1, 5));

        Assert.Equal([(Party(1), 0), (Party(2), 1)], reached.Select(one => (one.Address, one.Hops)));
    }

    [Fact]
    public void A_payment_to_oneself_costs_no_hop() =>
        Assert.Equal([Party(1), Party(2)], AddressesFrom(1, 1, Move(1, 0, 1, 1, 5), Move(2, 0, 1, 2, 5)));

    [Fact]
    public void An_early_arrival_by_many_hops_does_not_hide_a_late_one_by_few()
    {
        Transfer[] transfers = [Move(1, 0, 1, 2, 5), Move(2, 0, 2, 3, 5), Move(9, 0, 1, 3, 5), Move(5, 0, 3, 4, 5), Move(10, 0, 3, 5, 5)];

        Assert.Equal([Party(1), Party(2), Party(3), Party(5)], AddressesFrom(1, 2, transfers));
        Assert.Contains(new(Party(3), 1, new(2, 0, Phase.Value, 0)), From(1, 2, transfers));
        Assert.Contains(new(Party(4), 3, new(5, 0, Phase.Value, 0)), From(1, 3, transfers));
    }

    [Fact]
    public void A_seed_is_reached_though_it_never_moved() =>
        Assert.Equal([Party(9)], AddressesFrom(9, 5, Move(1, 0, 1, 2, 5)));

    [Fact]
    public void Fees_and_newly_issued_coins_lead_nowhere() =>
        Assert.Equal([Party(1)], AddressesFrom(1, 5, Move(1, 0, 1, null, 5) with { Kind = TransferKind.Fee }, Move(2, 0, null, 2, 5)));

    [Fact]
    public void Minted_coins_are_not_the_burnt_ones() =>
        Assert.Equal([Party(1), Party(0)], AddressesFrom(1, 5, Move(1, 0, 1, 0, 5), Move(2, 0, 0, 2, 5)));

    [Fact]
    public async Task A_transaction_with_outputs_pays_from_every_input_to_every_output()
    {
        Transfer[] transfers =
        [
            Output(1, 0, 0, 1), Output(1, 1, 0, 2), Input(2, 0, 0, 1, new(Tx(1_000_001), 0)), Input(2, 0, 1, 2, new(Tx(1_000_002), 0)),
            Output(2, 0, 0, 3), Output(2, 0, 1, 1), Output(2, 0, 2, null),
        ];
        ReachSeed[] seeds = [new(Party(2))];

        var reached = Reach.From(TransferGraph.Of(transfers), seeds, 5);

        Assert.Equal([Party(2), Party(3), Party(1)], reached.Select(one => one.Address));
        Assert.Equal(
            reached,
            await Reach.FromAsync(MemoryTransferStore.Load(transfers), Bitcoin, seeds, 5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Transfers_of_two_chains_make_no_graph()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TransferGraph.Of([Move(1, 0, 1, 2, 5), Move(1, 0, 1, 2, 5, Polygon)]));

        Assert.Contains("eip155:137", refusal.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ReachedAddress> From(int seed, int maxHops, params Transfer[] transfers) =>
        Reach.From(TransferGraph.Of(transfers), [new(Party(seed))], maxHops);

    private static IEnumerable<Address> AddressesFrom(int seed, int maxHops, params Transfer[] transfers) =>
        From(seed, maxHops, transfers).Select(one => one.Address);
}
