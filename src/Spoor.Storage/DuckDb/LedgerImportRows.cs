using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>Which file brought what, as rows.</summary>
internal static class LedgerImportRows
{
    private const string AddSql = """
        INSERT INTO ledger_imports (number, file, sha256, format, day)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM ledger_imports), $file, $sha256, $format, $day
        RETURNING number
        """;

    /// <returns>The number of the import.</returns>
    internal static int Add(DuckDBConnection connection, LedgerContent content, DateOnly day) => Convert.ToInt32(
        connection.Scalar(AddSql, new("file", content.File), new("sha256", content.Sha256), new("format", content.Format), new("day", day)),
        CultureInfo.InvariantCulture);
}
