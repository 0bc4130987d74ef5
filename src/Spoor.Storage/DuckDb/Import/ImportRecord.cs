using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Writes down which file was imported, once however often it is.</summary>
internal static class ImportRecord
{
    private const string RecordSql = """
        INSERT INTO imports (number, file, sha256, format, chain, rows, added, known, skipped, refused, rounded, bad)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM imports),
            $file, $sha256, $format, $chain, $rows, $added, $known, $skipped, $refused, $rounded, $bad
        WHERE NOT EXISTS (SELECT 1 FROM imports WHERE sha256 = $sha256 AND format = $format AND chain = $chain)
        """;

    internal static void Write(DuckDBConnection connection, ImportReport report) => connection.Execute(
        RecordSql,
        new("file", report.File),
        new("sha256", report.Sha256),
        new("format", report.Format),
        new("chain", report.Chain),
        new("rows", report.Rows),
        new("added", report.Added),
        new("known", report.Known),
        new("skipped", report.SkippedTotal),
        new("refused", report.Refused),
        new("rounded", report.Rounded),
        new("bad", report.Bad));
}
