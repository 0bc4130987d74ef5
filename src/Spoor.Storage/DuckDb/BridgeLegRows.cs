using System.Numerics;
using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>Legs of bridges as rows of the table <c>bridge_legs</c>, there and back.</summary>
internal static class BridgeLegRows
{
    private const string OfChainSql = """
        SELECT block, tx_index, idx, time, tx, side, protocol, message_id, other_chain, emitter, known_emitter, sender, recipient,
            asset, amount, other_asset, other_amount, note
        FROM bridge_legs
        WHERE chain = $chain
        ORDER BY block, tx_index, idx, side, protocol NULLS FIRST, message_id NULLS FIRST, tx
        """;

    private const string DeleteSql = "DELETE FROM bridge_legs WHERE chain = $chain AND block > $height";

    internal static void Append(DuckDBConnection connection, IEnumerable<BridgeLeg> legs)
    {
        using var appender = connection.CreateAppender("main", "bridge_legs");
        foreach (var leg in legs)
        {
            appender.CreateRow()
                .AppendValue(leg.Chain.Value)
                .AppendValue(leg.Position.Block)
                .AppendValue(leg.Position.Transaction)
                .AppendValue(leg.Position.Index)
                .AppendValue(leg.Time.UtcDateTime)
                .AppendValue(leg.Tx.ToBytes())
                .AppendValue((byte)leg.Side)
                .AppendValue(leg.Protocol)
                .AppendValue(leg.MessageId)
                .AppendValue(leg.OtherChain?.Value)
                .AppendValue(AddressBlob.From(leg.Emitter))
                .AppendValue(leg.IsKnownEmitter)
                .AppendValue(AddressBlob.From(leg.Sender))
                .AppendValue(AddressBlob.From(leg.Recipient))
                .AppendValue(leg.Asset?.ToString())
                .AppendValue((BigInteger?)leg.Amount?.Units)
                .AppendValue(leg.OtherAsset?.ToString())
                .AppendValue((BigInteger?)leg.OtherAmount?.Units)
                .AppendValue(leg.Note)
                .EndRow();
        }
    }

    internal static void Delete(DuckDBConnection connection, ChainId chain, long above) =>
        connection.Execute(DeleteSql, new("chain", chain.Value), new("height", above));

    internal static List<BridgeLeg> OfChain(DuckDBConnection connection, ChainId chain, CancellationToken cancellation)
    {
        using var command = connection.Prepare(OfChainSql, new DuckDBParameter("chain", chain.Value));
        using var reader = command.ExecuteReader();
        List<BridgeLeg> legs = [];
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            legs.Add(Read(reader, chain));
        }

        return legs;
    }

    private static BridgeLeg Read(DuckDBDataReader reader, ChainId chain) => new()
    {
        Chain = chain,
        Position = new(reader.GetInt64(0), reader.GetInt32(1), Phase.Log, reader.GetInt32(2)),
        Time = reader.Utc(3),
        Tx = TransferRows.Hash(reader, 4),
        Side = (BridgeSide)reader.GetByte(5),
        Protocol = Text(reader, 6),
        MessageId = Text(reader, 7),
        OtherChain = Text(reader, 8) is { } other ? ChainId.Parse(other) : null,
        Emitter = AddressBlob.Read(reader, 9),
        IsKnownEmitter = reader.IsDBNull(10) ? null : reader.GetBoolean(10),
        Sender = AddressBlob.Read(reader, 11),
        Recipient = AddressBlob.Read(reader, 12),
        Asset = Text(reader, 13) is { } asset ? AssetId.Parse(asset) : null,
        Amount = Units(reader, 14),
        OtherAsset = Text(reader, 15) is { } paid ? AssetId.Parse(paid) : null,
        OtherAmount = Units(reader, 16),
        Note = Text(reader, 17),
    };

    private static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static Amount? Units(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : new Amount((UInt128)reader.GetFieldValue<BigInteger>(column));
}
