using System.Numerics;
using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>Transfers as rows of the table <c>transfers</c>, there and back.</summary>
internal static class TransferRows
{
    internal const string Columns = """
        block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, occurrence, output_tx, output_index
        """;

    // The order of TransferOrder, so that every store answers alike: blobs and names compare byte by byte in both.
    internal const string Order = """
        block, tx_index, phase, idx, tx, kind, sender NULLS FIRST, recipient NULLS FIRST, asset, amount, occurrence,
        output_tx NULLS FIRST, output_index NULLS FIRST
        """;

    internal static void Append(DuckDBConnection connection, string temporaryTable, IEnumerable<Transfer> transfers)
    {
        using var appender = connection.CreateAppender("temp", "main", temporaryTable);
        foreach (var transfer in transfers)
        {
            Append(appender.CreateRow(), transfer);
        }
    }

    /// <summary>Adds transfers to the table itself, with no look at what it holds.</summary>
    internal static void AppendTo(DuckDBConnection connection, ChainId chain, IEnumerable<Transfer> transfers)
    {
        using var appender = connection.CreateAppender("main", "transfers");
        foreach (var transfer in transfers)
        {
            Append(appender.CreateRow().AppendValue(chain.Value), transfer);
        }
    }

    private static void Append(IDuckDBAppenderRow row, Transfer transfer) => row
        .AppendValue(transfer.Position.Block)
        .AppendValue(transfer.Position.Transaction)
        .AppendValue((byte)transfer.Position.Phase)
        .AppendValue(transfer.Position.Index)
        .AppendValue(transfer.Time.UtcDateTime)
        .AppendValue(transfer.Tx.ToBytes())
        .AppendValue((byte)transfer.Kind)
        .AppendValue(AddressBlob.From(transfer.From))
        .AppendValue(AddressBlob.From(transfer.To))
        .AppendValue(transfer.Asset.Reference)
        .AppendValue((BigInteger)transfer.Amount.Units)
        .AppendValue((byte)transfer.Quality)
        .AppendValue(transfer.Occurrence)
        .AppendValue(transfer.Output?.Tx.ToBytes())
        .AppendValue(transfer.Output?.Index)
        .EndRow();

    /// <summary>Reads the rest of an answer whose columns are <see cref="Columns"/>.</summary>
    internal static List<Transfer> ReadAll(DuckDBDataReader reader, ChainId chain, CancellationToken cancellation)
    {
        List<Transfer> transfers = [];
        Dictionary<string, AssetId> assets = [];
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            transfers.Add(Read(reader, chain, assets));
        }

        return transfers;
    }

    /// <summary>The rows of all chains from a row id on.</summary>
    internal static List<Transfer> From(DuckDBConnection connection, long row)
    {
        List<Transfer> transfers = [];
        List<string> chains = [];
        using (var command = connection.Prepare("SELECT DISTINCT chain FROM transfers WHERE rowid >= $row ORDER BY chain", new DuckDBParameter("row", row)))
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                chains.Add(reader.GetString(0));
            }
        }

        foreach (string chain in chains)
        {
            using var command = connection.Prepare($"SELECT {Columns} FROM transfers WHERE rowid >= $row AND chain = $chain ORDER BY {Order}", new("row", row), new("chain", chain));
            using var reader = command.ExecuteReader();
            transfers.AddRange(ReadAll(reader, ChainId.Parse(chain), CancellationToken.None));
        }

        return transfers;
    }

    private static Transfer Read(DuckDBDataReader reader, ChainId chain, Dictionary<string, AssetId> assets) => new()
    {
        Position = new(reader.GetInt64(0), reader.GetInt32(1), (Phase)reader.GetByte(2), reader.GetInt32(3)),
        Time = reader.Utc(4),
        Tx = Hash(reader, 5),
        Kind = (TransferKind)reader.GetByte(6),
        From = AddressBlob.Read(reader, 7),
        To = AddressBlob.Read(reader, 8),
        Asset = Asset(reader.GetString(9), chain, assets),
        Amount = new((UInt128)reader.GetFieldValue<BigInteger>(10)),
        Quality = (AmountQuality)reader.GetByte(11),
        Occurrence = reader.GetInt32(12),
        Output = reader.IsDBNull(13) ? null : new Outpoint(Hash(reader, 13), reader.GetInt32(14)),
    };

    internal static TxHash Hash(DuckDBDataReader reader, int column)
    {
        Span<byte> bytes = stackalloc byte[TxHash.Bytes];
        using var stream = reader.GetStream(column);
        stream.ReadExactly(bytes);
        return TxHash.FromBytes(bytes);
    }

    // An AssetId checks its text; a chain has few assets and an answer many rows.
    private static AssetId Asset(string reference, ChainId chain, Dictionary<string, AssetId> assets)
    {
        if (!assets.TryGetValue(reference, out var asset))
        {
            assets[reference] = asset = new(chain, reference);
        }

        return asset;
    }
}
