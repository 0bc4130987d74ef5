using CsCheck;
using Spoor.Storage.ClickHouse;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>What spares the server its sorting is in the order the server would make.</summary>
public sealed class SortedTransfersTests
{
    // Addresses that share their first bytes, as those with many leading zeros do; and hubs.
    private static readonly Gen<Address> Parties = Gen.Select(Gen.Int[0, 2], Gen.Byte[0, 3], Gen.Byte)
        .Select((zeros, middle, last) => new Address(AddressKind.Account20, [.. new byte[20 - 2 - (8 * zeros)], middle, .. new byte[8 * zeros], last]));

    private static readonly Gen<Transfer> Moves = Gen.Select(Parties, Parties, Gen.Int[0, 20])
        .Select((from, to, tx) => Move(tx, 0, 1, 2, 1) with { Tx = Tx(tx), From = from, To = to });

    [Fact]
    public void Sides_lie_by_address_and_within_one_as_they_came() => Moves.Array[0, 300].Sample(transfers =>
    {
        int[] sides = SortedTransfers.ByAddress(transfers);

        int[] expected =
        [
            .. Enumerable.Range(0, 2 * transfers.Length)
                .Where(side => side % 2 == 0 || transfers[side / 2].To != transfers[side / 2].From)
                .OrderBy(side => SortedTransfers.PartyOf(transfers, side)),
        ];
        return BeginningsOf(sides, transfers).SequenceEqual(BeginningsOf(expected, transfers)) && sides.Order().SequenceEqual(expected.Order());
    });

    [Fact]
    public void Movements_lie_by_transaction_and_a_repeat_is_left_out() => Moves.Array[0, 100].Sample(transfers =>
    {
        Transfer[] twice = [.. transfers, .. transfers];

        Assert.Equal(Enumerable.Range(0, twice.Length).OrderBy(number => twice[number].Tx.High), SortedTransfers.ByTransaction(twice));
        Assert.Equal(twice.Distinct(TransferIdentity.Instance), SortedTransfers.WithoutRepeats(twice));
    });

    [Fact]
    public void Keys_that_begin_alike_are_compared_to_their_end_and_equal_ones_keep_their_order()
    {
        UInt128[] keys = [5, new(1, 2), 5, new(1, 1), 4, new(1ul << 60, 0), new(1, 2)];

        Assert.Equal([4, 0, 2, 3, 1, 6, 5], KeyOrder.Of(keys));
    }

    // The first fifteen bytes decide; where those are equal, the server does.
    private static IEnumerable<string> BeginningsOf(int[] sides, Transfer[] transfers) =>
        sides.Select(side => Convert.ToHexString(SortedTransfers.PartyOf(transfers, side).ToBytes()[..15]));
}
