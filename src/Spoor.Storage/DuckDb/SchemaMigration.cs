using System.Globalization;
using DuckDB.NET.Data;

namespace Spoor.Storage.DuckDb;

/// <summary>Brings the schema of a file to the version this program writes, all steps or none.</summary>
internal static class SchemaMigration
{
    // Without a time: a store built twice from the same input is the same store.
    private const string VersionsSql = """
        CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, name VARCHAR NOT NULL);
        COMMENT ON TABLE schema_version IS 'The numbered scripts that made this schema, one row for each.';
        COMMENT ON COLUMN schema_version.version IS 'Number of the script.';
        COMMENT ON COLUMN schema_version.name IS 'Name of the script.';
        """;

    private const string TableExistsSql = """
        SELECT count(*) FROM duckdb_tables()
        WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'schema_version'
        """;

    private const string VersionSql = "SELECT coalesce(max(version), 0) FROM schema_version";

    private const string RecordSql = "INSERT INTO schema_version (version, name) VALUES ($version, $name)";

    /// <exception cref="StorageException">The file is of a newer version than the last of the scripts.</exception>
    internal static void Run(DuckDBConnection connection, string file, IReadOnlyList<SchemaScript> scripts)
    {
        int found = VersionOf(connection);
        int known = scripts[^1].Version;
        if (found > known)
        {
            throw new StorageException(
                file,
                $"its schema has version {found}, this program knows versions up to {known}",
                "Use the newer Spoor that wrote it, or name another folder with --data and import again.");
        }

        if (found == known)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        connection.Execute(VersionsSql);
        foreach (var script in scripts.Where(script => script.Version > found))
        {
            connection.Execute(script.Sql);
            connection.Execute(RecordSql, new("version", script.Version), new("name", script.Name));
        }

        transaction.Commit();
    }

    /// <summary>0 for a file that has no schema yet.</summary>
    internal static int VersionOf(DuckDBConnection connection) =>
        Convert.ToInt64(connection.Scalar(TableExistsSql), CultureInfo.InvariantCulture) == 0
            ? 0
            : Convert.ToInt32(connection.Scalar(VersionSql), CultureInfo.InvariantCulture);
}
