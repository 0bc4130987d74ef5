using System.Text;
using DuckDB.NET.Data;
using Spoor.Storage.DuckDb;

namespace Spoor.Tests.Storage.DuckDb;

/// <summary>Holds <c>docs/schema.md</c> to the schema that the scripts really make.</summary>
public sealed class SchemaPageTests
{
    private const string TablesSql = """
        SELECT table_name, comment
        FROM duckdb_tables()
        WHERE database_name = current_database() AND NOT temporary
        ORDER BY table_name
        """;

    private const string ColumnsSql = """
        SELECT column_name, data_type, is_nullable, comment
        FROM duckdb_columns()
        WHERE database_name = current_database() AND table_name = $table
        ORDER BY column_index
        """;

    private const string Introduction = """
        # The store's schema

        Generated from the scripts in `src/Spoor.Storage/Schema` by `SchemaPageTests`; do not edit. After a new script, run the
        tests with `SPOOR_APPROVE=1` to write it anew. The store is one DuckDB file, `spoor.duckdb` in the data folder, and
        any DuckDB client may read it while Spoor does not have it open.

        """;

    [Fact]
    public void The_schema_page_tells_the_schema_there_is()
    {
        string page = Render();
        string path = RepositoryRoot.File("docs", "schema.md");
        if (Environment.GetEnvironmentVariable("SPOOR_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "(no docs/schema.md; run with SPOOR_APPROVE=1)");
    }

    [Fact]
    public void Every_table_and_column_says_what_it_is() =>
        Assert.DoesNotContain("(no comment)", Render(), StringComparison.Ordinal);

    private static string Render()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        SchemaMigration.Run(connection, ":memory:", SchemaScript.All);
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("\nVersion ").Append(SchemaMigration.VersionOf(connection)).Append(".\n");
        foreach (string[] table in Rows(connection, TablesSql))
        {
            page.Append("\n## ").Append(table[0]).Append("\n\n").Append(table[1]).Append("\n\n");
            page.Append("| column | type | null | meaning |\n|---|---|---|---|\n");
            foreach (string[] column in Rows(connection, ColumnsSql, new DuckDBParameter("table", table[0])))
            {
                string optional = column[2] == bool.TrueString ? "yes" : "";
                page.Append($"| `{column[0]}` | {column[1]} | {optional} | {column[3]} |\n");
            }
        }

        return page.ToString();
    }

    private static List<string[]> Rows(DuckDBConnection connection, string sql, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        using var reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(
                column => reader.IsDBNull(column) ? "(no comment)" : reader.GetValue(column).ToString() ?? "")]);
        }

        return rows;
    }
}
