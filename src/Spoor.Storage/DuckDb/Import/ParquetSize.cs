using System.Globalization;
using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>How large a Parquet file is, by its foot and by what its texts really are.</summary>
/// <remarks>
/// The foot counts rows twice, and a reader goes by the groups, so the larger count holds. Its bytes are those of the pages: a text that a dictionary has once counts
/// once there, however many rows repeat it, so texts are measured row by row. The engine measures a dictionary's text once, and such a file in no time. A page
/// says once more how large it is, and that may be more than the foot says: the engine gets no more memory than pages of an honest file need.
/// </remarks>
/// <param name="Bytes">Of all columns, unpacked.</param>
public sealed record ParquetSize(long Rows, long Bytes)
{
    // Pages are read whole, into buffers of up to twice their size; the rest is for what the engine does besides.
    private const long Besides = 64L << 20;

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
            return new(rows, rows > most.Rows || pages > most.Bytes ? pages : Math.Max(pages, Texts(connection, path, cancellation)));
        }
        catch (DuckDBException failure)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DamagedFileException(Path.GetFileName(path), $"it cannot be read as Parquet ({failure.Message.Split('\n')[0].TrimEnd('.')})", "Check that the file is what its name says.", failure);
        }
    }

    private static long Texts(DuckDBConnection connection, string path, CancellationToken cancellation)
    {
        var lengths = FileShapes.Read(path).Columns.Select(column => (Name: FileSource.Name(column.Name), column.Type)).Where(column => column.Type is "VARCHAR" or "BLOB")
            .Select(column => $"coalesce(sum({(column.Type == "BLOB" ? "octet_length" : "strlen")}({column.Name})), 0)").ToList();
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
