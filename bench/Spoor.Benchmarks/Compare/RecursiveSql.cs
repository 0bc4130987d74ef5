using System.Data.Common;
using DuckDB.NET.Data;
using Npgsql;

namespace Spoor.Benchmarks.Compare;

/// <summary>The same recursive query in DuckDB and PostgreSQL: every walk in order of place, then the best of each address.</summary>
/// <remarks>
/// Numbered, the addresses are integers before the clock starts, which is what suits a database best; otherwise the query
/// runs over the texts of the file.
/// </remarks>
internal sealed class RecursiveSql : IReachEngine
{
    private const string WalkSql = """
        WITH RECURSIVE walk(address, place, hops) AS (
            SELECT payer, CAST(0 AS BIGINT), 0 FROM starts WHERE address = $1
            UNION
            SELECT p.payee, p.place, w.hops + 1
            FROM walk AS w JOIN payments AS p ON p.payer = w.address AND p.place >= w.place
            WHERE w.hops < $2
        )
        SELECT address, min(place), min(hops) FROM walk GROUP BY address
        """;

    private readonly List<(object Address, long Place, int Hops)> _rows = [];
    private readonly Dictionary<int, string> _texts = [];
    private readonly bool _numbered;
    private readonly Func<CompareFolder, DbConnection> _open;
    private readonly Func<CompareFolder, string[]> _load;
    private DbConnection? _connection;
    private DbCommand? _walk;

    private RecursiveSql(bool numbered, Func<CompareFolder, DbConnection> open, Func<CompareFolder, string[]> load)
    {
        _numbered = numbered;
        _open = open;
        _load = load;
    }

    public static RecursiveSql DuckDb(bool numbered) => new(
        numbered,
        folder => new DuckDBConnection($"DataSource={Path.Combine(folder.Scratch(numbered ? "duckdb-numbered" : "duckdb"), "reach.duckdb")}"),
        folder => RecursiveSqlLoad.DuckDb(folder, numbered));

    public static RecursiveSql Postgres(string connection) => new(true, _ => new NpgsqlConnection(connection), RecursiveSqlLoad.Postgres);

    public async Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        _connection = _open(folder);
        await _connection.OpenAsync(cancellation);
        foreach (string statement in _load(folder))
        {
            using var command = Prepare(statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        ReadTexts();
        _walk = Prepare(WalkSql);
        _walk.Parameters.Add(Parameter(""));
        _walk.Parameters.Add(Parameter(0));
    }

    public ValueTask<int> ReachAsync(string start, int hops)
    {
        _rows.Clear();
        _walk!.Parameters[0].Value = start;
        _walk.Parameters[1].Value = hops;
        using var reader = _walk.ExecuteReader();
        while (reader.Read())
        {
            object address = _numbered ? reader.GetInt32(0) : reader.GetString(0);
            _rows.Add((address, reader.GetInt64(1), reader.GetInt32(2)));
        }

        return ValueTask.FromResult(_rows.Count);
    }

    public IEnumerable<ReachedRow> Answer() =>
        _rows.Select(row => new ReachedRow(row.Address is int number ? _texts[number] : (string)row.Address, row.Place, row.Hops));

    public void Dispose()
    {
        _walk?.Dispose();
        _connection?.Dispose();
    }

    private DbCommand Prepare(string sql)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // the run has a limit of its own
        return command;
    }

    private DbParameter Parameter(object value)
    {
        var parameter = _connection!.CreateCommand().CreateParameter();
        parameter.Value = value;
        return parameter;
    }

    private void ReadTexts()
    {
        if (!_numbered)
        {
            return;
        }

        using var command = Prepare("SELECT payer, address FROM starts");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _texts[reader.GetInt32(0)] = reader.GetString(1);
        }
    }
}
