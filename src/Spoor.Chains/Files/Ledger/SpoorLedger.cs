using System.Text.RegularExpressions;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Spoor's own form of a ledger: entries of any ledger, each with the source it is from.</summary>
internal static partial class SpoorLedger
{
    /// <summary>Rows of any ledger but those Spoor reads from their own files: nobody else's file speaks for them.</summary>
    public static LedgerContent Read(string file, TextReader text) => Read(file, CsvLine.ReadAll(file, text).Select(line => LedgerSource.IsKnown(line["ledger"])
        ? throw line.Fault("ledger", $"a ledger of your own, such as my-{line["ledger"]}, since Spoor reads {line["ledger"]} from its own file")
        : EntryOf(line)));

    public static LedgerContent ReadBuiltIn(string file, TextReader text) => Read(file, CsvLine.ReadAll(file, text).Select(EntryOf));

    private static LedgerContent Read(string file, IEnumerable<LedgerEntry> rows)
    {
        List<LedgerEntry> entries = [.. rows];
        LedgerIds.RefuseDoubles(file, entries);
        return new(file, "") { Entries = entries };
    }

    private static LedgerEntry EntryOf(CsvLine line) => new()
    {
        Source = Named(line, "ledger"),
        OwnId = Named(line, "id"),
        Victim = line.RequiredText("victim"),
        OtherNames = line.List("other_names"),
        Date = line.Date("date"),
        Reported = line["reported"].Length == 0 ? null : line.Date("reported"),
        Usd = line.Usd("usd"),
        Basis = line["usd"].Length == 0 ? LostBasis.NotStated : LostBasis.Dollars,
        Stated = line.Text("stated") is { Length: > 0 } stated ? stated : line["usd"],
        Category = line.Text("category"),
        Actor = line.Text("actor"),
        Chains = [.. line.List("chains").Select(chain => chain.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)],
        Links = [line.RequiredText("source"), .. line.List("links")],
        Transactions = LedgerLine.Hashes(line.List("transactions")),
    };

    // Both are typed on a command line, joined by a colon.
    private static string Named(CsvLine line, string column) =>
        NameForm().IsMatch(line.Required(column)) ? line[column] : throw line.Fault(column, "letters, digits, '.', '_' or '-', at most 120");

    [GeneratedRegex(@"^[\p{L}\p{N}._-]{1,120}$")]
    private static partial Regex NameForm();
}
