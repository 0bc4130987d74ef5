using System.Text;
using DuckDB.NET.Data;
using Spoor.Storage;

namespace Spoor.Tests.Sync;

/// <summary>Every row of every table of a store, in order, as text: two stores with one dump hold the same, byte for byte.</summary>
internal static class StoreDump
{
    private const string ColumnsSql = """
        SELECT table_name, string_agg('"' || column_name || '"', ', ' ORDER BY column_index)
        FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
        GROUP BY table_name
        ORDER BY table_name
        """;

    public static string Of(DataFolder folder)
    {
        using var connection = new DuckDBConnection($"DataSource={folder.StoreFile}");
        connection.Open();
        var dump = new StringBuilder();
        foreach (string[] table in Rows(connection, ColumnsSql).ToList())
        {
            dump.Append("== ").Append(table[0]).Append('\n');
            foreach (string[] row in Rows(connection, $"SELECT {table[1]} FROM {table[0]} ORDER BY ALL"))
            {
                dump.AppendJoin('|', row).Append('\n');
            }
        }

        return dump.ToString();
    }

    private static IEnumerable<string[]> Rows(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column))];
        }
    }

    private static string Text(DuckDBDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return "null";
        }

        if (reader.GetValue(column) is not Stream blob)
        {
            return FormattableString.Invariant($"{reader.GetValue(column)}");
        }

        using var bytes = new MemoryStream();
        blob.CopyTo(bytes);
        blob.Dispose();
        return Convert.ToHexStringLower(bytes.ToArray());
    }
}
