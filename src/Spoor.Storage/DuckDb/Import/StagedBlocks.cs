using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Gives staged transfers their place in the block where the file does not state it, see <see cref="BlockOrder"/>.</summary>
internal static class StagedBlocks
{
    // Only blocks with several movements; a holding is an address and an asset.
    private const string UnplacedSql = """
        SELECT rowid, chain, block, hex(tx), phase, hex(sender) || asset, hex(recipient) || asset
        FROM import_staged
        WHERE outcome = 0 AND (chain, block) IN (
            SELECT (chain, block) FROM import_staged WHERE outcome = 0 GROUP BY chain, block HAVING count(*) > 1)
        ORDER BY chain, block, rowid
        """;

    private const string PlacesSql = "CREATE OR REPLACE TEMP TABLE import_places (id BIGINT, tx_index INTEGER, idx INTEGER)";

    private const string PlaceSql = """
        UPDATE import_staged SET tx_index = places.tx_index, idx = places.idx
        FROM import_places AS places
        WHERE import_staged.rowid = places.id
        """;

    internal static void Arrange(DuckDBConnection connection)
    {
        connection.Execute(PlacesSql);
        connection.Fill("import_places", Places(Read(connection)), (row, place) => row
            .AppendValue(place.Id).AppendValue(place.Place.Transaction).AppendValue(place.Place.Index));
        connection.Execute(PlaceSql);
    }

    private static IEnumerable<(long Id, BlockOrder.Place Place)> Places(List<(long Id, string Block, BlockOrder.Unplaced Movement)> rows)
    {
        foreach (var block in rows.GroupBy(row => row.Block))
        {
            var members = block.ToList();
            var places = BlockOrder.Of([.. members.Select(member => member.Movement)]);
            for (int i = 0; i < places.Length; i++)
            {
                yield return (members[i].Id, places[i]);
            }
        }
    }

    private static List<(long Id, string Block, BlockOrder.Unplaced Movement)> Read(DuckDBConnection connection)
    {
        var rows = new List<(long, string, BlockOrder.Unplaced)>();
        using var command = connection.Prepare(UnplacedSql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var movement = new BlockOrder.Unplaced(
                reader.GetString(3), (Phase)reader.GetByte(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6));
            rows.Add((reader.GetInt64(0), $"{reader.GetString(1)}/{reader.GetInt64(2)}", movement));
        }

        return rows;
    }
}
