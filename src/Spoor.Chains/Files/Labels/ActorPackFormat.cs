using System.Text.RegularExpressions;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>The ActorPack of GraphSense: who the actors are that tags name.</summary>
internal sealed partial class ActorPackFormat : ILabelFormat
{
    private static readonly string[] Mandatory = ["id", "uri", "label", "lastmod", "categories"];
    private static readonly string[] Optional = ["jurisdictions", "aliases", "context"];
    private static readonly string[] HeaderOnly = ["title", "creator", "description", "is_public", "actors"];

    public string Name => "ActorPack";

    public bool Recognises(string head) => ActorsKey().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        var pack = YamlPack.Read(text, sheet, "actors");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        CheckKeys(pack.Header, [.. HeaderOnly, .. Mandatory, .. Optional], sheet);
        foreach (var entry in pack.Entries)
        {
            CheckKeys(entry, [.. Mandatory, .. Optional], sheet);
            Read(entry, pack.Header, ids, sheet);
        }
    }

    [GeneratedRegex(@"^[""']?actors[""']?\s*:", RegexOptions.Multiline)]
    public static partial Regex ActorsKey();

    private static void Read(YamlEntry entry, YamlEntry header, HashSet<string> ids, LabelSheet sheet)
    {
        int faultsBefore = sheet.FaultCount;
        YamlCell CellOf(string key) =>
            entry.Cells.GetValueOrDefault(key) ?? header.Cells.GetValueOrDefault(key) ?? new("", entry.Line, IsPlain: false, []);

        CheckWords(CellOf, entry.Line, sheet);
        var lastmod = CellOf("lastmod");
        Check(LabelRowReader.TryDay(lastmod.Text, out var day) || lastmod.Text.Length == 0, "lastmod", lastmod, "a day of the calendar as YYYY-MM-DD", sheet);
        Check(LabelContext.TryNormalise(CellOf("context").Text, out string context), "context", CellOf("context"), "JSON text of at most 20,000 characters", sheet);
        Check(ids.Add(CellOf("id").Text), "id", CellOf("id"), "each actor once", sheet);
        if (sheet.FaultCount == faultsBefore)
        {
            sheet.Add(new Actor
            {
                Id = CellOf("id").Text,
                Name = CellOf("label").Text,
                Uri = CellOf("uri").Text,
                Observed = day,
                Categories = CellOf("categories").Items,
                Jurisdictions = CellOf("jurisdictions").Items,
                Aliases = CellOf("aliases").Items,
                Context = context,
            });
        }
    }

    private static void CheckWords(Func<string, YamlCell> cellOf, long line, LabelSheet sheet)
    {
        foreach (string key in Mandatory.Where(key => cellOf(key).Text.Length == 0))
        {
            sheet.Fault(line, key, "a value, here or in the header", "");
        }

        foreach (string key in Mandatory.Concat(Optional).Where(key => key != "context"))
        {
            Check(LabelWords.IsPrintable(cellOf(key).Text), key, cellOf(key), "text without control characters or invisible formatting", sheet);
        }
    }

    private static void Check(bool holds, string key, YamlCell cell, string expected, LabelSheet sheet)
    {
        if (!holds)
        {
            sheet.Fault(cell.Line, key, expected, cell.Text);
        }
    }

    private static void CheckKeys(YamlEntry entry, string[] known, LabelSheet sheet)
    {
        foreach (var (key, cell) in entry.Cells.Where(cell => !known.Contains(cell.Key)))
        {
            sheet.Fault(cell.Line, key, "a key of an ActorPack", key);
        }
    }
}
