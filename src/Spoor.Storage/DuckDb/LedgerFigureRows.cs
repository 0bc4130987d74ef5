using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>Totals that others published, as rows: the last revision of a figure is the one that holds.</summary>
internal static class LedgerFigureRows
{
    private const string AddSql = """
        INSERT INTO ledger_figures (who, period, measure, revision, usd, "precision", note, import)
        VALUES ($who, $period, $measure, $revision, $usd, $precision, $note, $import)
        """;

    private const string FiguresSql = """
        SELECT who, period, measure, usd, "precision", note, revision
        FROM ledger_figures
        ORDER BY who, period, measure, revision
        """;

    /// <returns>How many were new or are others than before.</returns>
    internal static long Add(DuckDBConnection connection, IReadOnlyCollection<PublishedFigure> figures, int import)
    {
        if (figures.Count == 0)
        {
            return 0;
        }

        var held = ReadRevisions(connection).GroupBy(row => KeyOf(row.Figure)).ToDictionary(rows => rows.Key, rows => rows.Last());
        long added = 0;
        foreach (var figure in figures)
        {
            bool isKnown = held.TryGetValue(KeyOf(figure), out var last);
            if (!isKnown || last.Figure != figure)
            {
                Insert(connection, figure, isKnown ? last.Revision + 1 : 1, import);
                added++;
            }
        }

        return added;
    }

    /// <summary>What holds now.</summary>
    internal static List<PublishedFigure> Read(DuckDBConnection connection) =>
        [.. ReadRevisions(connection).GroupBy(row => KeyOf(row.Figure)).Select(rows => rows.Last().Figure)];

    private static (string Who, string Period, string Measure) KeyOf(PublishedFigure figure) => (figure.Who, figure.Period.Text, figure.Measure);

    private static void Insert(DuckDBConnection connection, PublishedFigure figure, int revision, int import) => connection.Execute(
        AddSql,
        new("who", figure.Who),
        new("period", figure.Period.Text),
        new("measure", figure.Measure),
        new("revision", revision),
        new("usd", figure.Usd),
        new("precision", figure.Precision),
        new("note", figure.Note),
        new("import", import));

    private static List<(PublishedFigure Figure, int Revision)> ReadRevisions(DuckDBConnection connection) =>
        DuckDbLedgerStore.Read(connection, FiguresSql, reader => (FigureOf(reader), reader.GetInt32(6)));

    private static PublishedFigure FigureOf(DuckDBDataReader reader) => new(
        reader.GetString(0),
        LedgerPeriod.TryParse(reader.GetString(1), out var period) ? period : throw new InvalidOperationException($"The store holds a figure of the period '{reader.GetString(1)}', which is none."),
        reader.GetString(2),
        reader.GetDecimal(3),
        reader.GetString(4),
        reader.GetString(5));
}
