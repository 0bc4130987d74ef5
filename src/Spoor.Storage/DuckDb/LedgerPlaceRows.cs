using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>What the articles of a ledger point to, as rows.</summary>
internal static class LedgerPlaceRows
{
    private const string IncomingSql = """
        CREATE OR REPLACE TEMP TABLE incoming_places (entry VARCHAR, chain VARCHAR, kind VARCHAR, value VARCHAR)
        """;

    private const string AddSql = """
        INSERT INTO ledger_places (entry, chain, kind, value, import)
        SELECT entry, chain, kind, value, $import
        FROM incoming_places AS new
        WHERE NOT EXISTS (
            SELECT 1 FROM ledger_places AS held
            WHERE held.entry = new.entry AND held.chain = new.chain AND held.kind = new.kind AND held.value = new.value)
        """;

    private const string PlacesSql = """
        SELECT entry, chain, kind, value
        FROM ledger_places
        ORDER BY entry, chain, kind, value
        """;

    internal static long Add(DuckDBConnection connection, IReadOnlyCollection<LedgerPlace> places, int import)
    {
        connection.Execute(IncomingSql);
        connection.Fill("incoming_places", places.Distinct(), (row, place) =>
            row.AppendValue(place.Entry).AppendValue(place.Chain).AppendValue(place.Kind).AppendValue(place.Value));
        return connection.Execute(AddSql, new DuckDBParameter("import", import));
    }

    internal static List<LedgerPlace> Read(DuckDBConnection connection) => DuckDbLedgerStore.Read(
        connection, PlacesSql, reader => new LedgerPlace(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
}
