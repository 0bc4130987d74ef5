using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>Legs of bridges as rows of the table <c>bridge_legs</c>, there and back.</summary>
internal static class LegRow
{
    internal const string Definitions = """
        block Int64, tx_index Int32, idx Int32, time DateTime64(6, 'UTC'), tx FixedString(32), side UInt8,
        protocol Array(String), message_id Array(String), other_chain Array(String), emitter String, known_emitter Int8,
        sender String, recipient String, asset Array(String), amount Array(UInt128), other_asset Array(String), other_amount Array(UInt128), note Array(String)
        """;

    internal const string Columns = """
        block, tx_index, idx, time, tx, side, protocol, message_id, other_chain, emitter, known_emitter, sender, recipient,
        asset, amount, other_asset, other_amount, note
        """;

    internal const string Order = "block, tx_index, idx, side, protocol, message_id, tx";

    internal static void Write(RowBuffer row, BridgeLeg leg)
    {
        row.Text(leg.Chain.Value).Int64(leg.Position.Block).Int32(leg.Position.Transaction).Int32(leg.Position.Index);
        TransferRow.Write(row, leg.Time);
        TransferRow.Write(row, leg.Tx);
        row.Byte((byte)leg.Side);
        Write(row, leg.Protocol);
        Write(row, leg.MessageId);
        Write(row, leg.OtherChain?.Value);
        TransferRow.Write(row, leg.Emitter);
        row.Byte(leg.IsKnownEmitter is { } known ? (byte)(known ? 1 : 0) : (byte)2);
        TransferRow.Write(row, leg.Sender);
        TransferRow.Write(row, leg.Recipient);
        Write(row, leg.Asset?.ToString());
        Write(row, leg.Amount);
        Write(row, leg.OtherAsset?.ToString());
        Write(row, leg.OtherAmount);
        Write(row, leg.Note);
    }

    internal static BridgeLeg Read(RowReader row, ChainId chain)
    {
        var position = new Position(row.Int64(), row.Int32(), Phase.Log, row.Int32());
        var (time, tx, side) = (TransferRow.Time(row), TxHash.FromBytes(row.Fixed(TxHash.Bytes)), (BridgeSide)row.Byte());
        var (protocol, message, other) = (Text(row), Text(row), Text(row));
        var (emitter, known, sender, recipient) = (TransferRow.Party(row), row.Byte(), TransferRow.Party(row), TransferRow.Party(row));
        var (asset, amount, otherAsset, otherAmount) = (Text(row), Units(row), Text(row), Units(row));
        return new()
        {
            Chain = chain,
            Position = position,
            Time = time,
            Tx = tx,
            Side = side,
            Protocol = protocol,
            MessageId = message,
            OtherChain = other is null ? null : ChainId.Parse(other),
            Emitter = emitter,
            IsKnownEmitter = known == 2 ? null : known == 1,
            Sender = sender,
            Recipient = recipient,
            Asset = asset is null ? null : AssetId.Parse(asset),
            Amount = amount,
            OtherAsset = otherAsset is null ? null : AssetId.Parse(otherAsset),
            OtherAmount = otherAmount,
            Note = Text(row),
        };
    }

    // A list of none or one, so that an empty text and none stay two.
    private static void Write(RowBuffer row, string? text)
    {
        row.Count(text is null ? 0 : 1);
        if (text is not null)
        {
            row.Text(text);
        }
    }

    private static void Write(RowBuffer row, Amount? amount)
    {
        row.Count(amount is null ? 0 : 1);
        if (amount is { } known)
        {
            row.UInt128(known.Units);
        }
    }

    private static string? Text(RowReader row) => row.List(item => item.Text()) is [var text] ? text : null;

    private static Amount? Units(RowReader row) => row.List(item => item.UInt128()) is [var units] ? new Amount(units) : null;
}
