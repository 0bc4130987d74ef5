using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>Transfers as rows of the tables <c>transfers</c> and <c>sides</c>, there and back.</summary>
internal static class TransferRow
{
    /// <summary>What a transfer is; beside it a row has its chain and the batch it came with.</summary>
    internal const string Columns = """
        block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, occurrence, output_tx, output_index
        """;

    // The order of TransferOrder: strings compare byte by byte in both, and what is absent is empty and comes first.
    internal const string Order = """
        block, tx_index, phase, idx, tx, kind, sender, recipient, asset, amount, occurrence, output_tx, output_index
        """;

    private const long TicksAMicrosecond = TimeSpan.TicksPerMicrosecond;

    internal static void Write(RowBuffer row, Transfer transfer)
    {
        row.Int64(transfer.Position.Block)
            .Int32(transfer.Position.Transaction)
            .Byte((byte)transfer.Position.Phase)
            .Int32(transfer.Position.Index);
        Write(row, transfer.Time);
        Write(row, transfer.Tx);
        row.Byte((byte)transfer.Kind);
        Write(row, transfer.From);
        Write(row, transfer.To);
        row.Text(transfer.Asset.Reference)
            .UInt128(transfer.Amount.Units)
            .Byte((byte)transfer.Quality)
            .Int32(transfer.Occurrence);
        WriteOrNone(row, transfer.Output?.Tx);
        row.Int32(transfer.Output?.Index ?? 0);
    }

    /// <summary>Reads a row whose columns are <see cref="Columns"/>.</summary>
    /// <param name="assets">Those met before: an id checks its text, a chain has few and an answer many rows.</param>
    internal static Transfer Read(RowReader row, ChainId chain, Dictionary<string, AssetId> assets)
    {
        var position = new Position(row.Int64(), row.Int32(), (Phase)row.Byte(), row.Int32());
        var time = Time(row);
        var tx = TxHash.FromBytes(row.Fixed(TxHash.Bytes));
        var kind = (TransferKind)row.Byte();
        var (from, to, asset) = (Party(row), Party(row), row.Text());
        var (amount, quality, occurrence) = (row.UInt128(), (AmountQuality)row.Byte(), row.Int32());
        var (output, index) = (HashOrNone(row), row.Int32());
        if (!assets.TryGetValue(asset, out var id))
        {
            assets[asset] = id = new(chain, asset);
        }

        return new()
        {
            Position = position,
            Time = time,
            Tx = tx,
            Kind = kind,
            From = from,
            To = to,
            Asset = id,
            Amount = new(amount),
            Quality = quality,
            Occurrence = occurrence,
            Output = output is { } created ? new Outpoint(created, index) : null,
        };
    }

    internal static void Write(RowBuffer row, DateTimeOffset time) => row.Int64((time - DateTimeOffset.UnixEpoch).Ticks / TicksAMicrosecond);

    internal static DateTimeOffset Time(RowReader row) => DateTimeOffset.UnixEpoch.AddTicks(row.Int64() * TicksAMicrosecond);

    internal static void Write(RowBuffer row, TxHash hash) => Write(row.Room(TxHash.Bytes), hash);

    internal static void WriteOrNone(RowBuffer row, TxHash? hash)
    {
        if (hash is { } known)
        {
            Write(row.String(TxHash.Bytes), known);
        }
        else
        {
            row.Count(0);
        }
    }

    internal static TxHash? HashOrNone(RowReader row) => row.String() is { Length: > 0 } bytes ? TxHash.FromBytes(bytes) : null;

    /// <summary>An address as it rests: its kind in one byte, then its raw bytes; nothing where there is none.</summary>
    internal static void Write(RowBuffer row, Address? party)
    {
        if (party is not { } address)
        {
            row.Count(0);
            return;
        }

        var bytes = row.String(1 + address.Length);
        bytes[0] = (byte)address.Kind;
        address.CopyTo(bytes[1..]);
    }

    internal static Address? Party(RowReader row) => row.String() is { Length: > 0 } bytes ? new((AddressKind)bytes[0], bytes[1..]) : null;

    private static void Write(Span<byte> bytes, TxHash hash)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash.High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], hash.Low);
    }
}
