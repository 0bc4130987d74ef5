using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Storage;

namespace Spoor.Cli.Ledger;

/// <summary>What an import of ledgers has done, for people.</summary>
internal static class LedgerImportText
{
    private const int MaxListed = 40;

    public static void Write(Terminal terminal, IReadOnlyList<(LedgerContent Content, LedgerImportCount Count)> imports)
    {
        terminal.Table(
            ["File", "Format", ">Entries", ">New", ">Revised", ">Known", ">Withdrawn", ">No figure", ">Places", ">Figures"],
            imports.Select(import => (IReadOnlyList<string>)
            [
                import.Content.File, import.Content.Format, Counted.Of(import.Content.Entries.Count), Counted.Of(import.Count.Added), Counted.Of(import.Count.Revised),
                Counted.Of(import.Count.Known), Counted.Of(import.Count.Withdrawn.Count), Counted.Of(import.Content.WithoutFigure.Count()), Counted.Of(import.Count.Places), Counted.Of(import.Count.Figures),
            ]));
        List(terminal, "Withdrawn, since a file that holds all of its ledger no longer has it", [.. imports.SelectMany(import => import.Count.Withdrawn)]);
        List(terminal, "Mended", [.. imports.SelectMany(import => import.Content.Repaired).Select(entry => $"{entry.Id}: {entry.Repair}")]);
        List(
            terminal,
            "No figure in dollars",
            [.. imports.SelectMany(import => import.Content.WithoutFigure).Select(entry => $"{entry.Id}: {(entry.Stated.Length > 0 ? $"'{entry.Stated}'" : "nothing stated")}")]);
        terminal.Next(("spoor ledger list --merged", "what several ledgers tell, and why it is held for one incident"), ("spoor ledger tally --year 2023 --by month", "the sums"));
    }

    private static void List(Terminal terminal, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading($"{heading}: {Counted.Of(lines.Count, "entry", "entries")}");
        lines.Take(MaxListed).ToList().ForEach(line => terminal.Line($"  {line}"));
        if (lines.Count > MaxListed)
        {
            terminal.Line($"  … and {Counted.Of(lines.Count - MaxListed)} more; --json lists all");
        }
    }
}
