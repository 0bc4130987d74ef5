using DuckDB.NET.Data;
using Spoor.Storage.DuckDb;

namespace Spoor.Storage.Index.Building;

/// <summary>Some blocks of a chain whose rows are put in order together.</summary>
internal sealed record LogRange(string Chain, long First, long Last, long Rows, long Outputs)
{
    internal static readonly LogRange None = new("", 0, 0, 0, 0);

    private const string BlocksSql = """
        SELECT chain, block, count(*), count(output_tx)
        FROM transfers
        WHERE rowid < $bound
        GROUP BY chain, block
        ORDER BY chain, block
        """;

    /// <summary>All rows below the bound, chain by chain, in ranges of about so many rows; a block is never divided.</summary>
    internal static List<LogRange> Plan(DuckDBConnection connection, long bound, long rows)
    {
        using var command = connection.Prepare(BlocksSql, new DuckDBParameter("bound", bound));
        using var reader = command.ExecuteReader();
        List<LogRange> ranges = [];
        while (reader.Read())
        {
            var block = new LogRange(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
            if (ranges is [.., var last] && last.Chain == block.Chain && last.Rows + block.Rows <= rows)
            {
                ranges[^1] = last with { Last = block.Last, Rows = last.Rows + block.Rows, Outputs = last.Outputs + block.Outputs };
            }
            else
            {
                ranges.Add(block);
            }
        }

        return ranges;
    }
}
