using System.Text.Json;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using Spoor.Storage;

namespace Spoor.Workspace.Ledger;

/// <summary>What an import of ledgers has done, as <c>ledger/1</c>.</summary>
public static class LedgerImportJson
{
    public static void Write(IReadOnlyList<(LedgerContent Content, LedgerImportCount Count)> imports, Stream output) => JsonText.Write(output, json =>
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
}
