using System.Text.Json;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using Spoor.Storage;

namespace Spoor.Cli.Ledger;

/// <summary>What an import of ledgers has done, for people and as <c>ledger/1</c>.</summary>
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

    public static void WriteJson(IReadOnlyList<(LedgerContent Content, LedgerImportCount Count)> imports, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "ledger/1");
        json.WriteString("kind", "import");
        json.WriteObjects("files", imports, import => WriteFile(json, import.Content, import.Count));
    });

    private static void WriteFile(Utf8JsonWriter json, LedgerContent content, LedgerImportCount count)
    {
        json.WriteString("file", content.File);
        json.WriteString("sha256", content.Sha256);
        json.WriteString("format", content.Format);
        json.WriteNumber("entries", content.Entries.Count);
        json.WriteNumber("added", count.Added);
        json.WriteNumber("revised", count.Revised);
        json.WriteNumber("known", count.Known);
        json.WriteNumber("places", count.Places);
        json.WriteNumber("figures", count.Figures);
        json.WriteObjects("withdrawn", count.Withdrawn, id => json.WriteString("id", id));
        json.WriteObjects("repaired", content.Repaired, entry =>
        {
            json.WriteString("id", entry.Id);
            json.WriteString("repair", entry.Repair);
        });
        json.WriteObjects("withoutFigure", content.WithoutFigure, entry =>
        {
            json.WriteString("id", entry.Id);
            json.WriteString("stated", entry.Stated);
            json.WriteString("basis", entry.Basis.ToString());
        });
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
