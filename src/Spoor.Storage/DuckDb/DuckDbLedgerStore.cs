using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>The industry's ledger of losses in the store: entries, what they point to, published figures, decisions.</summary>
public sealed class DuckDbLedgerStore(DuckDbFile file) : IDisposable
{
    private const string DecideSql = """
        INSERT INTO ledger_decisions (number, kind, entry, other, reason, author, day)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM ledger_decisions), $kind, $entry, $other, $reason, $author, $day
        RETURNING number
        """;

    private const string DecisionsSql = """
        SELECT number, kind, entry, other, reason, author, day
        FROM ledger_decisions
        ORDER BY number
        """;

    /// <summary>Opens the store of a data folder, see <see cref="DuckDbFile.Open"/>.</summary>
    /// <exception cref="StorageException">The file is in use, is not a store, or is of a newer Spoor.</exception>
    public static DuckDbLedgerStore Open(DataFolder folder) => new(DuckDbFile.Open(folder));

    public void Dispose() => file.Dispose();

    /// <summary>Adds what files hold, all or nothing; the same content twice adds nothing but the fact that it came again.</summary>
    /// <remarks>Where a file holds all of a ledger, entries that neither it nor another file of the import has are withdrawn.</remarks>
    /// <param name="day">The day of the import, UTC.</param>
    /// <returns>One count a file, in their order.</returns>
    public Task<IReadOnlyList<LedgerImportCount>> ImportAsync(IReadOnlyList<LedgerContent> contents, DateOnly day, CancellationToken cancellation) =>
        file.RunInTransactionAsync<IReadOnlyList<LedgerImportCount>>(connection => Import(connection, contents, day), cancellation);

    /// <summary>Writes down a decision; its number is given by the store.</summary>
    public Task<MergeDecision> DecideAsync(MergeDecision decision, CancellationToken cancellation) => file.RunInTransactionAsync(
        connection => decision with
        {
            Number = Convert.ToInt32(
                connection.Scalar(
                    DecideSql,
                    new("kind", decision.Kind.ToString()), new("entry", decision.Entry), new("other", decision.With), new("reason", decision.Reason),
                    new("author", decision.Author), new("day", decision.Day)),
                System.Globalization.CultureInfo.InvariantCulture),
        },
        cancellation);

    /// <summary>All there is.</summary>
    public Task<IndustryLedger> ReadAsync(CancellationToken cancellation) => file.RunAsync(
        connection => new IndustryLedger(
            [.. IndustryLedger.WithPlaces(LedgerEntryRows.Read(connection), LedgerPlaceRows.Read(connection)).OrderBy(entry => entry.Id, StringComparer.Ordinal)],
            Read(connection, DecisionsSql, DecisionOf),
            LedgerFigureRows.Read(connection)),
        cancellation);

    internal static List<T> Read<T>(DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.Prepare(sql);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static List<LedgerImportCount> Import(DuckDBConnection connection, IReadOnlyList<LedgerContent> contents, DateOnly day)
    {
        var rows = LedgerEntryRows.Open(connection);
        var present = contents.SelectMany(content => content.Entries).Select(entry => entry.Id).ToHashSet();
        List<LedgerImportCount> counts = [];
        foreach (var content in contents)
        {
            int import = LedgerImportRows.Add(connection, content, day);
            var (added, revised) = rows.Add(content.Entries, import);
            long places = LedgerPlaceRows.Add(connection, content.Places, import);
            long figures = LedgerFigureRows.Add(connection, content.Figures, import);
            HashSet<string> whole = content.IsWhole ? [.. content.Entries.Select(entry => entry.Source)] : [];
            counts.Add(new(added, revised, content.Entries.Count - added - revised, places, figures) { Withdrawn = rows.Withdraw(whole, present, import) });
        }

        return counts;
    }

    private static MergeDecision DecisionOf(DuckDBDataReader reader) =>
        new(reader.GetInt32(0), Enum.Parse<MergeKind>(reader.GetString(1)), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4))
        {
            Author = reader.GetString(5),
            Day = reader.Day(6),
        };
}
