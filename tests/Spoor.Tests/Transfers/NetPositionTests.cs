using System.Numerics;
using CsCheck;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

public sealed class NetPositionTests
{
    private static readonly AssetId Ether = AssetId.Parse("eip155:1/slip44:60");
    private static readonly AssetId Dai = AssetId.Parse("eip155:1/erc20:0x6b175474e89094c44da98b954eedeac495271d0f");
    private static readonly TxHash Tx = TxHash.Parse(new('1', 64));

    private static readonly Gen<Transfer> AnyTransfer =
        from kind in Gen.Enum<TransferKind>().Where(kind => kind <= TransferKind.Issue)
        from sender in Gen.Int[0, 5]
        from recipient in Gen.Int[0, 5]
        from units in Gen.ULong
        select Move(
            kind,
            kind == TransferKind.Issue ? null : sender,
            kind == TransferKind.Fee ? null : recipient,
            kind == TransferKind.Token ? Dai : Ether,
            new UInt128(units, units));

    [Fact]
    public void What_passes_through_vanishes()
    {
        var positions = NetPosition.Of(
        [
            Move(TransferKind.Token, 1, 2, Dai, 100),
            Move(TransferKind.Token, 2, 3, Dai, 100),
            Move(TransferKind.Fee, 1, null, Ether, 7),
        ]);

        Assert.Equal(
            [(Holder(1, Dai), -100), (Holder(3, Dai), 100), (Holder(1, Ether), -7)],
            positions.Select(position => (position.Holding, (int)position.Net)));
        Assert.True(positions[0].IsSource);
        Assert.True(positions[1].IsSink);
    }

    [Fact]
    public void Sources_and_sinks_sum_to_what_was_issued_less_what_was_burnt() =>
        AnyTransfer.List[0, 30].Sample(transfers =>
        {
            var positions = NetPosition.Of(transfers);
            return new[] { Ether, Dai }.All(asset =>
                Sum(positions.Where(position => position.Holding.Asset == asset).Select(position => position.Net))
                == Sum(transfers.Where(transfer => transfer.Asset == asset).Select(IssuedLessBurnt)));
        });

    [Fact]
    public void The_order_of_the_transfers_does_not_matter() =>
        AnyTransfer.List[0, 30].Sample(transfers =>
            NetPosition.Of(transfers).SequenceEqual(NetPosition.Of(transfers.AsEnumerable().Reverse())));

    [Fact]
    public void Inputs_and_outputs_of_a_UTXO_transaction_leave_the_fee()
    {
        var bitcoin = AssetId.Parse($"{KnownChains.Bitcoin}/slip44:0");

        var positions = NetPosition.Of(
        [
            Move(TransferKind.UtxoIn, 1, null, bitcoin, 60),
            Move(TransferKind.UtxoIn, 2, null, bitcoin, 50),
            Move(TransferKind.UtxoOut, null, 3, bitcoin, 70),
            Move(TransferKind.UtxoOut, null, 1, bitcoin, 35),
        ]);

        Assert.Equal([-25, -50, 70], positions.Select(position => (int)position.Net));
        Assert.Equal(-5, Sum(positions.Select(position => position.Net)));
    }

    [Fact]
    public void Minted_tokens_come_from_nobody_but_coins_sent_to_nobody_rest_there()
    {
        var mint = NetPosition.Of([Move(TransferKind.Token, 0, 1, Dai, 5)]);
        var lost = NetPosition.Of([Move(TransferKind.Native, 1, 0, Ether, 5)]);

        Assert.Equal([Holder(1, Dai)], mint.Select(position => position.Holding));
        Assert.Equal([Holder(0, Ether), Holder(1, Ether)], lost.Select(position => position.Holding));
    }

    [Fact]
    public void A_position_with_an_unknown_amount_says_so_and_stays()
    {
        var unknown = Move(TransferKind.Native, 1, 2, Ether, 0) with { Quality = AmountQuality.Unknown };

        Assert.All(NetPosition.Of([unknown]), position => Assert.Equal(AmountQuality.Unknown, position.Quality));
        Assert.Equal(2, NetPosition.Of([unknown]).Count);
    }

    [Fact]
    public void Sums_beyond_128_bits_are_exact()
    {
        var most = Move(TransferKind.Native, 1, 2, Ether, UInt128.MaxValue);

        Assert.Equal(2 * (BigInteger)UInt128.MaxValue, NetPosition.Of([most, most with { Occurrence = 1 }])[1].Net);
    }

    [Fact]
    public void Two_transactions_have_no_common_net_position()
    {
        var one = Move(TransferKind.Native, 1, 2, Ether, 1);

        Assert.Throws<ArgumentException>(() => NetPosition.Of([one, one with { Tx = TxHash.Parse(new('2', 64)) }]));
    }

    // Nobody (0) mints and burns tokens; a fee and an issue have one side.
    private static BigInteger IssuedLessBurnt(Transfer transfer)
    {
        bool token = transfer.Kind == TransferKind.Token;
        bool issued = transfer.From is not { } from || (token && from.IsZeroAccount);
        bool burnt = transfer.To is not { } to || (token && to.IsZeroAccount);
        return ((issued ? 1 : 0) - (burnt ? 1 : 0)) * (BigInteger)transfer.Amount.Units;
    }

    private static BigInteger Sum(IEnumerable<BigInteger> values) => values.Aggregate(BigInteger.Zero, BigInteger.Add);

    private static Holding Holder(int number, AssetId asset) => new(AddressOf(number), asset);

    private static Address AddressOf(int number) => KnownChains.Account(number.ToString("x40", System.Globalization.CultureInfo.InvariantCulture));

    private static Transfer Move(TransferKind kind, int? from, int? to, AssetId asset, UInt128 units) => new()
    {
        Position = default,
        Time = DateTimeOffset.UnixEpoch,
        Tx = Tx,
        Kind = kind,
        From = from is { } sender ? AddressOf(sender) : null,
        To = to is { } recipient ? AddressOf(recipient) : null,
        Asset = asset,
        Amount = new(units),
    };
}
