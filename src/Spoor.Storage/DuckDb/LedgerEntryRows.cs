using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>Entries of ledgers as rows: what a ledger says now is the last revision.</summary>
internal static class LedgerEntryRows
{
    private const string EntriesSql = """
        SELECT source, own_id, victim, other_names, date, reported, usd, basis, stated, category, actor, chains, links, transactions, repair, revision
        FROM ledger_entries
        ORDER BY source, own_id, revision
        """;

    private const string AddSql = """
        INSERT INTO ledger_entries (
            source, own_id, revision, victim, other_names, date, reported, usd, basis, stated, category, actor, chains, links, transactions, repair, file)
        VALUES (
            $source, $own_id, $revision, $victim, $other_names, $date, $reported, $usd, $basis, $stated, $category, $actor, $chains, $links, $transactions, $repair, $file)
        """;

    /// <returns>How many were new, and how many say something else than before.</returns>
    internal static (long Added, long Revised) Add(DuckDBConnection connection, LedgerContent content)
    {
        var held = ReadRevisions(connection).GroupBy(row => row.Entry.Id).ToDictionary(rows => rows.Key, rows => rows.Last());
        long added = 0;
        long revised = 0;
        foreach (var entry in content.Entries)
        {
            bool isKnown = held.TryGetValue(entry.Id, out var last);
            if (isKnown && ValuesOf(last.Entry).SequenceEqual(ValuesOf(entry)))
            {
                continue;
            }

            Insert(connection, entry, isKnown ? last.Revision + 1 : 1, content.File);
            added += isKnown ? 0 : 1;
            revised += isKnown ? 1 : 0;
        }

        return (added, revised);
    }

    /// <summary>What each ledger says now.</summary>
    internal static IEnumerable<LedgerEntry> Read(DuckDBConnection connection) =>
        ReadRevisions(connection).GroupBy(row => row.Entry.Id).Select(rows => rows.Last().Entry);

    private static List<(LedgerEntry Entry, int Revision)> ReadRevisions(DuckDBConnection connection) =>
        DuckDbLedgerStore.Read(connection, EntriesSql, reader => (EntryOf(reader), reader.GetInt32(15)));

    private static void Insert(DuckDBConnection connection, LedgerEntry entry, int revision, string file) => connection.Execute(
        AddSql,
        [
            .. ValuesOf(entry).Select(value => new DuckDBParameter(value.Name, value.Value)),
            new("source", entry.Source), new("own_id", entry.OwnId), new("revision", revision), new("file", file),
        ]);

    private static IEnumerable<(string Name, object? Value)> ValuesOf(LedgerEntry entry) =>
    [
        ("victim", entry.Victim), ("other_names", Lines(entry.OtherNames)), ("date", entry.Date.ToString()), ("reported", entry.Reported?.ToString()),
        ("usd", entry.Usd), ("basis", entry.Basis.ToString()), ("stated", entry.Stated), ("category", entry.Category), ("actor", entry.Actor),
        ("chains", Lines(entry.Chains)), ("links", Lines(entry.Links)), ("transactions", Lines(entry.Transactions)), ("repair", entry.Repair),
    ];

    private static LedgerEntry EntryOf(DuckDBDataReader reader) => new()
    {
        Source = reader.GetString(0),
        OwnId = reader.GetString(1),
        Victim = reader.GetString(2),
        OtherNames = List(reader.GetString(3)),
        Date = LedgerDate.Parse(reader.GetString(4)),
        Reported = reader.IsDBNull(5) ? null : LedgerDate.Parse(reader.GetString(5)),
        Usd = reader.IsDBNull(6) ? null : reader.GetDecimal(6),
        Basis = Enum.Parse<LostBasis>(reader.GetString(7)),
        Stated = reader.GetString(8),
        Category = reader.GetString(9),
        Actor = reader.GetString(10),
        Chains = List(reader.GetString(11)),
        Links = List(reader.GetString(12)),
        Transactions = List(reader.GetString(13)),
        Repair = reader.GetString(14),
    };

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string[] List(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
