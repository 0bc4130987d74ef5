using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>The industry's ledger of losses in the store: entries, what they point to, published figures, decisions.</summary>
public sealed class DuckDbLedgerStore(DuckDbFile file) : IDisposable
{
    private const string AddFigureSql = """
        INSERT INTO ledger_figures (who, period, measure, usd, "precision", note)
        SELECT $who, $period, $measure, $usd, $precision, $note
        WHERE NOT EXISTS (
            SELECT 1 FROM ledger_figures WHERE who = $who AND period = $period AND measure = $measure AND usd = $usd AND note = $note)
        """;

    private const string FiguresSql = """
        SELECT who, period, measure, usd, "precision", note
        FROM ledger_figures
        ORDER BY who, period, measure, usd, note
        """;

    private const string DecideSql = """
        INSERT INTO ledger_decisions (number, kind, entry, other, reason)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM ledger_decisions), $kind, $entry, $other, $reason
        RETURNING number
        """;

    private const string DecisionsSql = """
        SELECT number, kind, entry, other, reason
        FROM ledger_decisions
        ORDER BY number
        """;

    /// <summary>Opens the store of a data folder, see <see cref="DuckDbFile.Open"/>.</summary>
    /// <exception cref="StorageException">The file is in use, is not a store, or is of a newer Spoor.</exception>
    public static DuckDbLedgerStore Open(DataFolder folder) => new(DuckDbFile.Open(folder));

    public void Dispose() => file.Dispose();

    /// <summary>Adds what a file holds, all or nothing; the same content twice adds nothing.</summary>
    public Task<LedgerImportCount> ImportAsync(LedgerContent content, CancellationToken cancellation) => file.RunInTransactionAsync(
        connection =>
        {
            var (added, revised) = LedgerEntryRows.Add(connection, content);
            long places = LedgerPlaceRows.Add(connection, content.Places);
            long figures = content.Figures.Sum(figure => AddFigure(connection, figure));
            return new LedgerImportCount(added, revised, content.Entries.Count - added - revised, places, figures);
        },
        cancellation);

    /// <summary>Writes down a decision; its number is given by the store.</summary>
    public Task<MergeDecision> DecideAsync(MergeDecision decision, CancellationToken cancellation) => file.RunInTransactionAsync(
        connection => decision with
        {
            Number = Convert.ToInt32(
                connection.Scalar(
                    DecideSql,
                    new("kind", decision.Kind.ToString()), new("entry", decision.Entry), new("other", decision.With), new("reason", decision.Reason)),
                System.Globalization.CultureInfo.InvariantCulture),
        },
        cancellation);

    /// <summary>All there is.</summary>
    public Task<IndustryLedger> ReadAsync(CancellationToken cancellation) => file.RunAsync(
        connection => new IndustryLedger(
            [.. IndustryLedger.WithPlaces(LedgerEntryRows.Read(connection), LedgerPlaceRows.Read(connection)).OrderBy(entry => entry.Id, StringComparer.Ordinal)],
            Read(connection, DecisionsSql, reader => new MergeDecision(
                reader.GetInt32(0), Enum.Parse<MergeKind>(reader.GetString(1)), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4))),
            Read(connection, FiguresSql, FigureOf)),
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

    private static long AddFigure(DuckDBConnection connection, PublishedFigure figure) => connection.Execute(
        AddFigureSql,
        new("who", figure.Who),
        new("period", figure.Period.Text),
        new("measure", figure.Measure),
        new("usd", figure.Usd),
        new("precision", figure.Precision),
        new("note", figure.Note));

    private static PublishedFigure FigureOf(DuckDBDataReader reader) => new(
        reader.GetString(0),
        LedgerPeriod.TryParse(reader.GetString(1), out var period) ? period : throw new InvalidOperationException($"The store holds a figure of the period '{reader.GetString(1)}', which is none."),
        reader.GetString(2),
        reader.GetDecimal(3),
        reader.GetString(4),
        reader.GetString(5));
}
