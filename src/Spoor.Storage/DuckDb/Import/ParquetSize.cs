using System.Collections.Frozen;
using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>How large a Parquet file is, by its foot and by what its texts really are.</summary>
/// <remarks>
/// The foot counts rows twice, and a reader goes by the groups, so the larger count holds. Its bytes are those of the pages: a text that a dictionary has once counts
/// once there, however many rows repeat it, so texts are measured row by row. The engine measures a dictionary's text once, and such a file in no time. A page
/// says once more how large it is, and that may be more than the foot says: the engine gets no more memory than pages of an honest file need.
/// </remarks>
/// <param name="Bytes">Of all columns, unpacked.</param>
/// <param name="Nested">A column of lists, structures or another type that is unfolded by reading it, so that nobody can tell its size before; null where there is none.</param>
public sealed record ParquetSize(long Rows, long Bytes, FileColumn? Nested)
{
    // Pages are read whole, into buffers of up to twice their size; the rest is for what the engine does besides.
    private const long Besides = 64L << 20;

    // Of as many bytes in every row.
    private static readonly FrozenSet<string> FixedTypes = FrozenSet.ToFrozenSet(
    [
        "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "UUID", "INTERVAL",
        "DATE", "TIME", "TIME_NS", "TIME WITH TIME ZONE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE",
        "\"NULL\"",
    ]);

    /// <param name="most">Texts of a file with more rows or bytes are not measured: it is too large already.</param>
    /// <exception cref="DamagedFileException">It is no Parquet file.</exception>
    public static ParquetSize Read(string path, (long Rows, long Bytes) most, CancellationToken cancellation)
    {
        try
        {
            using var connection = new DuckDBConnection(string.Create(CultureInfo.InvariantCulture, $"DataSource=:memory:;memory_limit={(2 * (Math.Min(most.Bytes, long.MaxValue / 4) >> 10)) + (Besides >> 10)}KiB"));
            connection.Open();
            string file = FileSource.Quoted(path);
            // A negative count would take off what other groups hold.
            long stated = Sum(connection, $"SELECT sum(greatest(num_rows, 0)) FROM parquet_file_metadata({file})", cancellation);
            long held = Sum(connection, $"SELECT sum(greatest(rows, 0)) FROM (SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata({file}))", cancellation);
            long pages = Sum(connection, $"SELECT sum(greatest(total_uncompressed_size, 0)) FROM parquet_metadata({file})", cancellation);
            long rows = Math.Max(stated, held);
            var columns = FileShapes.Read(path).Columns;
            var nested = columns.FirstOrDefault(column => !IsFlat(column.Type));
            return new(rows, rows > most.Rows || pages > most.Bytes || nested is not null ? pages : Math.Max(pages, Texts(connection, path, columns, cancellation)), nested);
        }
        catch (DuckDBException failure)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DamagedFileException(Path.GetFileName(path), $"it cannot be read as Parquet ({failure.Message.Split('\n')[0].TrimEnd('.')})", "Check that the file is what its name says.", failure);
        }
    }

    private static bool IsFlat(string type) => LengthOf(type) is not null || FixedTypes.Contains(type) || type.StartsWith("DECIMAL(", StringComparison.Ordinal);

    private static string? LengthOf(string type) => type switch
    {
        "BLOB" => "octet_length",
        "VARCHAR" or "JSON" => "strlen",
        _ => null,
    };

    private static long Texts(DuckDBConnection connection, string path, IReadOnlyList<FileColumn> columns, CancellationToken cancellation)
    {
        var lengths = columns.Select(column => (Name: FileSource.Name(column.Name), Length: LengthOf(column.Type))).Where(column => column.Length is not null)
            .Select(column => $"coalesce(sum({column.Length}({column.Name})), 0)").ToList();
        return lengths.Count == 0 ? 0 : Sum(connection, $"SELECT {string.Join(" + ", lengths)} FROM read_parquet({FileSource.Quoted(path)})", cancellation);
    }

    // A foot can state any number; one beyond counting is too many, whatever it is.
    private static long Sum(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = connection.Prepare(sql);
        using var stop = cancellation.Register(command.Cancel);
        object? sum = command.ExecuteScalar();
        return sum is null or DBNull ? 0 : long.TryParse(Convert.ToString(sum, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : long.MaxValue;
    }
}
