using DuckDB.NET.Data;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Labels;

/// <content>What is known: everything, of one address, or of a name.</content>
public sealed partial class DuckDbLabelStore
{
    private const string HistorySql = $"""
        SELECT {LabelRows.Columns}
        FROM labels
        {LabelRows.Earliest}
        ORDER BY {LabelRows.Preference}
        """;

    private const string RetractionsSql = """
        SELECT label_id, learned, author, reason
        FROM label_retractions
        ORDER BY learned, number
        """;

    private const string OfKeySql = $"""
        SELECT {LabelRows.Columns}
        FROM labels
        WHERE key = $key
        {LabelRows.Earliest}
        ORDER BY {LabelRows.Preference}
        """;

    private const string SourcesOfFilesSql = """
        SELECT sha256, arg_min(source, number) AS source
        FROM label_imports
        GROUP BY sha256
        ORDER BY sha256
        """;

    private const string CountsSql = """
        SELECT
            (SELECT count(DISTINCT id) FROM labels),
            (SELECT count(DISTINCT key) FROM labels),
            (SELECT count(DISTINCT source) FROM labels),
            (SELECT count(DISTINCT id) FROM actors),
            (SELECT count(DISTINCT label_id) FROM label_retractions)
        """;

    /// <summary>Every label ever learned and every retraction.</summary>
    public Task<LabelHistory> HistoryAsync(CancellationToken cancellation) =>
        file.RunAsync(connection => ReadHistory(connection, connection.Prepare(HistorySql), cancellation), cancellation);

    /// <summary>The labels of a key on whatever chain, with their retractions; by an index, however many labels there are.</summary>
    public Task<LabelHistory> FindAsync(Address address, CancellationToken cancellation) =>
        FindAsync(AddressBlob.From(address), cancellation);

    /// <inheritdoc cref="FindAsync(Address, CancellationToken)"/>
    public Task<LabelHistory> FindAsync(TxHash tx, CancellationToken cancellation) => FindAsync(LabelKey.Of(tx), cancellation);

    /// <summary>The labels of an address that Spoor does not decode, as its text is written.</summary>
    public Task<LabelHistory> FindUnreadAsync(string text, CancellationToken cancellation) =>
        FindAsync(LabelKey.OfText(text), cancellation);

    /// <summary>Everybody known to stand behind addresses, in order of id.</summary>
    public Task<IReadOnlyList<Actor>> ActorsAsync(CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<Actor>>(ActorRows.ReadAll, cancellation);

    /// <summary>How much the store holds.</summary>
    public Task<LabelCounts> CountsAsync(CancellationToken cancellation) =>
        file.RunAsync(
            connection =>
            {
                using var command = connection.Prepare(CountsSql);
                using var reader = command.ExecuteReader();
                reader.Read();
                return new LabelCounts(
                    reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
            },
            cancellation);

    /// <summary>The source that labels without one were given at the first import of a file, by the SHA-256 of its bytes.</summary>
    public Task<IReadOnlyDictionary<string, string>> SourcesOfFilesAsync(CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyDictionary<string, string>>(
            connection =>
            {
                using var command = connection.Prepare(SourcesOfFilesSql);
                using var reader = command.ExecuteReader();
                Dictionary<string, string> sources = new(StringComparer.Ordinal);
                while (reader.Read())
                {
                    sources.Add(reader.GetString(0), reader.GetString(1));
                }

                return sources;
            },
            cancellation);

    private Task<LabelHistory> FindAsync(byte[] key, CancellationToken cancellation) =>
        file.RunAsync(
            connection => ReadHistory(connection, connection.Prepare(OfKeySql, new DuckDBParameter("key", key)), cancellation),
            cancellation);

    private static LabelHistory ReadHistory(DuckDBConnection connection, DuckDBCommand labels, CancellationToken cancellation)
    {
        using (labels)
        {
            using var reader = labels.ExecuteReader();
            return new(
                LabelRows.ReadAll(reader, cancellation), ReadRetractions(connection), LabelSourceRows.ReadLineage(connection));
        }
    }

    private static List<Retraction> ReadRetractions(DuckDBConnection connection)
    {
        using var command = connection.Prepare(RetractionsSql);
        using var reader = command.ExecuteReader();
        List<Retraction> retractions = [];
        while (reader.Read())
        {
            retractions.Add(new(reader.GetString(0), reader.Day(1), reader.GetString(2), reader.GetString(3)));
        }

        return retractions;
    }
}
