using DuckDB.NET.Data;
using Spoor.Incidents.Ledger;

namespace Spoor.Storage.DuckDb;

/// <summary>Entries of ledgers as rows: what a ledger says now is the last revision, unless that withdraws it.</summary>
internal sealed class LedgerEntryRows
{
    private const string EntriesSql = """
        SELECT source, own_id, victim, other_names, date, reported, usd, basis, stated, category, actor, chains, links, transactions, repair, revision, withdrawn
        FROM ledger_entries
        ORDER BY source, own_id, revision
        """;

    private const string AddSql = """
        INSERT INTO ledger_entries (
            source, own_id, revision, victim, other_names, date, reported, usd, basis, stated, category, actor, chains, links, transactions, repair, withdrawn, import)
        VALUES (
            $source, $own_id, $revision, $victim, $other_names, $date, $reported, $usd, $basis, $stated, $category, $actor, $chains, $links, $transactions, $repair,
            $withdrawn, $import)
        """;

    private readonly DuckDBConnection _connection;
    private readonly Dictionary<string, Revision> _held;

    private LedgerEntryRows(DuckDBConnection connection)
    {
        _connection = connection;
        _held = Last(connection).ToDictionary(last => last.Entry.Id);
    }

    /// <summary>What is held, read once for all files of an import.</summary>
    internal static LedgerEntryRows Open(DuckDBConnection connection) => new(connection);

    /// <summary>What each ledger says now.</summary>
    internal static IEnumerable<LedgerEntry> Read(DuckDBConnection connection) => Last(connection).Where(last => !last.IsWithdrawn).Select(last => last.Entry);

    /// <returns>How many were new, and how many say something else than before.</returns>
    internal (long Added, long Revised) Add(IEnumerable<LedgerEntry> entries, int import)
    {
        long added = 0;
        long revised = 0;
        foreach (var entry in entries)
        {
            var last = _held.GetValueOrDefault(entry.Id);
            if (last is { IsWithdrawn: false } && ValuesOf(last.Entry).SequenceEqual(ValuesOf(entry)))
            {
                continue;
            }

            Insert(new(entry, (last?.Number ?? 0) + 1, false), import);
            added += last is null ? 1 : 0;
            revised += last is null ? 0 : 1;
        }

        return (added, revised);
    }

    /// <summary>Marks the entries of ledgers that are no longer in them.</summary>
    /// <returns>Their ids, in order.</returns>
    internal IReadOnlyList<string> Withdraw(IReadOnlySet<string> sources, IReadOnlySet<string> present, int import)
    {
        List<Revision> gone =
        [
            .. _held.Values.Where(last => !last.IsWithdrawn && sources.Contains(last.Entry.Source) && !present.Contains(last.Entry.Id))
                .OrderBy(last => last.Entry.Id, StringComparer.Ordinal),
        ];
        gone.ForEach(last => Insert(last with { Number = last.Number + 1, IsWithdrawn = true }, import));
        return [.. gone.Select(last => last.Entry.Id)];
    }

    private static IEnumerable<Revision> Last(DuckDBConnection connection) =>
        DuckDbLedgerStore.Read(connection, EntriesSql, reader => new Revision(EntryOf(reader), reader.GetInt32(15), reader.GetBoolean(16)))
            .GroupBy(row => row.Entry.Id).Select(rows => rows.Last());

    private void Insert(Revision revision, int import)
    {
        _connection.Execute(
            AddSql,
            [
                .. ValuesOf(revision.Entry).Select(value => new DuckDBParameter(value.Name, value.Value)),
                new("source", revision.Entry.Source), new("own_id", revision.Entry.OwnId), new("revision", revision.Number),
                new("withdrawn", revision.IsWithdrawn), new("import", import),
            ]);
        _held[revision.Entry.Id] = revision;
    }

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

    private sealed record Revision(LedgerEntry Entry, int Number, bool IsWithdrawn);
}
