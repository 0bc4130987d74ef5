using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb;

/// <summary>What ADO.NET spreads over several lines, in one each.</summary>
internal static class DuckDbStatements
{
    /// <returns>How many rows the statement changed.</returns>
    internal static long Execute(this DuckDBConnection connection, string sql, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        return command.ExecuteNonQuery();
    }

    internal static object? Scalar(this DuckDBConnection connection, string sql, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        return command.ExecuteScalar();
    }

    internal static DuckDBCommand Prepare(
        this DuckDBConnection connection, string sql, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Adds rows to a temporary table in bulk.</summary>
    internal static void Fill<T>(
        this DuckDBConnection connection, string temporaryTable, IEnumerable<T> items, Func<IDuckDBAppenderRow, T, IDuckDBAppenderRow> values)
    {
        using var appender = connection.CreateAppender("temp", "main", temporaryTable);
        foreach (var item in items)
        {
            values(appender.CreateRow(), item).EndRow();
        }
    }

    /// <summary>A TIMESTAMP, which the store keeps in UTC.</summary>
    internal static DateTimeOffset Utc(this DuckDBDataReader reader, int column) =>
        new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));

    /// <summary>A DATE.</summary>
    internal static DateOnly Day(this DuckDBDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    /// <summary>A VARCHAR[].</summary>
    internal static IReadOnlyList<string> Words(this DuckDBDataReader reader, int column) => reader.GetFieldValue<List<string>>(column);
}
