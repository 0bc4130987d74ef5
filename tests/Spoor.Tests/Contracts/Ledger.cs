using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tests.Contracts;

/// <summary>Writes down transfers briefly, for tests that care about one thing in them.</summary>
internal static class Ledger
{
    internal static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    internal static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    internal static readonly ChainId Bitcoin = ChainId.Parse("bip122:000000000019d6689c085ae165831e93");

    // Genesis of the made-up chains; a block comes every 12 seconds.
    private static readonly DateTimeOffset Start = new(2023, 9, 12, 13, 0, 0, TimeSpan.Zero);

    internal static Address Party(int number)
    {
        byte[] bytes = new byte[20];
        BitConverter.TryWriteBytes(bytes, number);
        return new(AddressKind.Account20, bytes);
    }

    internal static TxHash Tx(long number) => TxHash.Parse(number.ToString("x64", CultureInfo.InvariantCulture));

    internal static DateTimeOffset TimeOf(long block) => Start.AddSeconds(12 * block);

    internal static Transfer Move(long block, int tx, int? from, int? to, UInt128 units, ChainId? chain = null) => new()
    {
        Position = new(block, tx, Phase.Value, 0),
        Time = TimeOf(block),
        Tx = Tx((block * 1_000_000) + tx + 1),
        Kind = TransferKind.Native,
        From = from is { } sender ? Party(sender) : null,
        To = to is { } recipient ? Party(recipient) : null,
        Asset = new(chain ?? Ethereum, "slip44:60"),
        Amount = new(units),
    };

    internal static Transfer Input(long block, int tx, int index, int from, Outpoint spent) =>
        Move(block, tx, from, null, 50, Bitcoin) with
        {
            Kind = TransferKind.UtxoIn,
            Position = new(block, tx, Phase.First, index),
            Output = spent,
        };

    internal static Transfer Output(long block, int tx, int index, int? to)
    {
        var move = Move(block, tx, null, to, 50, Bitcoin);
        return move with
        {
            Kind = TransferKind.UtxoOut,
            Position = new(block, tx, Phase.Value, index),
            Output = new(move.Tx, index),
        };
    }

    /// <summary>The blocks these transfers make up, in order.</summary>
    internal static IEnumerable<Block> Blocks(params IEnumerable<Transfer> transfers) =>
        from transfer in transfers
        group transfer by (transfer.Chain, transfer.Position.Block) into block
        orderby block.Key
        select new Block
        {
            Chain = block.Key.Chain,
            Height = block.Key.Block,
            Time = TimeOf(block.Key.Block),
            Transfers = [.. block],
        };

    internal static async Task<long> AppendAllAsync(this ITransferStore store, params IEnumerable<Transfer> transfers)
    {
        long added = 0;
        foreach (var block in Blocks(transfers))
        {
            added += await store.AppendAsync(block, TestContext.Current.CancellationToken);
        }

        return added;
    }
}
