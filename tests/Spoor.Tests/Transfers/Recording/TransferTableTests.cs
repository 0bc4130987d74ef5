using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Transfers;
using Spoor.Transfers.Recording;

namespace Spoor.Tests.Transfers.Recording;

public sealed class TransferTableTests
{
    private const string Header = "chain,block,tx_index,phase,index,time,tx,kind,from,to,asset,amount,quality,occurrence,output_tx,output_index";

    private static readonly ChainId Tron = ChainId.Parse("tron:0x2b6653dc");

    private static readonly Gen<UInt128> Wide = Gen.Select(Gen.ULong, Gen.ULong).Select((high, low) => ((UInt128)high << 64) | low);

    private static readonly Gen<Address?> Party = Gen.Select(Gen.Int[0, 3], Gen.Byte.Array[20])
        .Select((sort, bytes) => sort == 0 ? null : (Address?)new Address(AddressKind.Account20, bytes));

    private static readonly Gen<Transfer> OnAccounts = Gen.Select(
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 2], Gen.Int[0, int.MaxValue]),
        Gen.Select(Party, Party, Wide, Wide, Gen.Bool),
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Long[0, DateTime.MaxValue.Ticks])).Select((place, parts, rest) => new Transfer
        {
            Position = new(place.Item1, place.Item2, (Phase)place.Item3, place.Item4),
            Time = new(rest.Item4, TimeSpan.Zero),
            Tx = new(parts.Item3, parts.Item4),
            Kind = (TransferKind)rest.Item1,
            From = parts.Item1,
            To = parts.Item2,
            Asset = parts.Item5 ? new(Tron, "trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t") : Story.Dollar,
            Amount = new(parts.Item4),
            Quality = (AmountQuality)rest.Item2,
            Occurrence = rest.Item3,
        });

    private static readonly Gen<Transfer> OfOutputs = Gen.Select(OnAccounts, Gen.Bool, Wide, Gen.Int[0, int.MaxValue]).Select((transfer, spent, hash, index) => transfer with
    {
        Asset = Story.Btc,
        Kind = spent ? TransferKind.UtxoIn : TransferKind.UtxoOut,
        From = spent && transfer.From is { } from ? new Address(AddressKind.Witness0, from.ToBytes()) : null,
        To = !spent && transfer.To is { } to ? new Address(AddressKind.ScriptHash, to.ToBytes()) : null,
        Output = new(new(hash, hash), index),
    });

    [Fact]
    public void Every_transfer_reads_back_with_all_its_fields() =>
        Gen.OneOf(OnAccounts, OfOutputs).Array[0, 6].Sample(transfers =>
        {
            string text = Written(transfers);
            var read = TransferTable.Read("transfers.csv", new StringReader(text));
            return read.SequenceEqual(transfers) && Written(read) == text;
        });

    [Theory]
    [InlineData("chain,block\n", "transfers.csv, line 1: expected the header")]
    [InlineData(Header + "\neip155:1,1\n", "transfers.csv, line 2: expected 16 cells, found 2.")]
    [InlineData(Header + "\neip155:1,-1,0,1,0,2023-09-12T13:00:00Z,0x01,native,,,eip155:1/slip44:60,1,exact,0,,\n", "line 2: expected a whole number as cell 2, found '-1'")]
    [InlineData(Header + "\neip155:1,1,0,9,0,2023-09-12T13:00:00Z,0x01,native,,,eip155:1/slip44:60,1,exact,0,,\n", "line 2: expected a whole number as cell 4, found '9'")]
    [InlineData(Header + "\neip155:56,1,0,1,0,2023-09-12T13:00:00Z,0x01,native,,,eip155:1/slip44:60,1,exact,0,,\n", "line 2: expected an asset of eip155:56")]
    [InlineData(Header + "\neip155:1,1,0,1,0,2023-09-12T13:00:00Z,0x01,native,,,eip155:1/slip44:60,1,exact,0,,\n", "transfers.csv, line 2: Expected a transaction hash")]
    public void A_row_that_is_no_transfer_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => TransferTable.Read("transfers.csv", new StringReader(text))).Message, StringComparison.Ordinal);

    private static string Written(IEnumerable<Transfer> transfers)
    {
        using var text = new StringWriter();
        TransferTable.Write(text, transfers);
        return text.ToString();
    }
}
