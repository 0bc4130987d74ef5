using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>What the foot of a Parquet file says of its size.</summary>
/// <param name="Bytes">Of all columns, unpacked.</param>
public sealed record ParquetSize(long Rows, long Bytes)
{
    /// <exception cref="DamagedFileException">It is no Parquet file.</exception>
    public static ParquetSize Read(string path)
    {
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            return new(
                Sum(connection, $"SELECT coalesce(sum(num_rows), 0)::VARCHAR FROM parquet_file_metadata({FileSource.Quoted(path)})"),
                Sum(connection, $"SELECT coalesce(sum(total_uncompressed_size), 0)::VARCHAR FROM parquet_metadata({FileSource.Quoted(path)})"));
        }
        catch (DuckDBException failure)
        {
            throw new DamagedFileException(Path.GetFileName(path), $"it cannot be read as Parquet ({failure.Message.Split('\n')[0].TrimEnd('.')})", "Check that the file is what its name says.", failure);
        }
    }

    // A foot can state any number; one beyond counting is too many, whatever it is.
    private static long Sum(DuckDBConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        return long.TryParse(command.ExecuteScalar()?.ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long sum) ? sum : long.MaxValue;
    }
}
