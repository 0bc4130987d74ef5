using System.Text.Json;
using Spoor.Reporting;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Pages.Import;

/// <summary>What an import brought, read from the document that its job made.</summary>
/// <param name="Format">What the file was taken for.</param>
/// <param name="Figures">Counts with names; those of zero are left out.</param>
/// <param name="Faults">Entries that were left out, the first of them.</param>
internal sealed record ImportOutcome(string Format, string Sentence, IReadOnlyList<(string Name, long Count)> Figures, IReadOnlyList<string> Remarks, IReadOnlyList<FaultyLine> Faults)
{
    private static readonly (string Text, string Url)[] AfterTransfers = [("Look at an address", "/explorer"), ("Replay a watch over them", "/watch"), ("Open a case", "/cases")];
    private static readonly (string Text, string Url)[] AfterLabels = [("Search the labels", "/labels"), ("See where sources disagree", "/labels?tab=conflicts")];
    private static readonly (string Text, string Url)[] AfterLedger = [("Open the ledger", "/ledger")];

    /// <summary>Where to go from here.</summary>
    public IReadOnlyList<(string Text, string Url)> Next { get; private init; } = [];

    /// <param name="isPreview">Whether nothing was imported, and it only says what would be.</param>
    public static ImportOutcome Of(ReadOnlyMemory<byte> document, bool isPreview)
    {
        using var json = JsonDocument.Parse(document);
        var root = json.RootElement;
        var file = root.GetProperty("files")[0];
        return root.GetProperty("spoor").GetString() switch
        {
            "import/1" => OfTransfers(file),
            "labels/1" => OfLabels(file, isPreview),
            _ => OfLedger(file),
        };
    }

    private static ImportOutcome OfTransfers(JsonElement file)
    {
        var (added, known) = (Count(file, "added"), Count(file, "known"));
        var skipped = file.GetProperty("skipped").EnumerateObject().Select(one => (one.Name, Count: one.Value.GetInt64())).ToList();
        return new(
            Text(file, "format"),
            SentenceOf(added, known, "transfer", "transfers"),
            Shown([("rows", Count(file, "rows")), ("new", added), ("known already", known), ("moved nothing", skipped.Sum(one => one.Count)), ("too large", Count(file, "refused")), ("left out as faulty", Count(file, "bad")), ("rounded amounts", Count(file, "rounded"))]),
            [.. skipped.Select(one => $"Passed over: {NumberText.Of(one.Count, "row", "rows")}, {one.Name}.")],
            [])
        {
            Next = AfterTransfers,
        };
    }

    private static ImportOutcome OfLabels(JsonElement file, bool isPreview)
    {
        var (added, known) = (Count(file, "added"), Count(file, "known"));
        return new(
            Text(file, "format"),
            isPreview ? PreviewOf(added, known) : SentenceOf(added, known, "label", "labels"),
            Shown([("labels", Count(file, "labels")), ("new", added), ("known already", known), ("learned earlier than thought", Count(file, "earlier")), ("retracted here", Count(file, "retracted")), ("sources", Count(file, "sources")), ("actors", Count(file, "actors")), ("kept as written", Count(file, "damaged")), ("left out as faulty", Count(file, "bad"))]),
            [.. file.GetProperty("remarks").EnumerateArray().Select(one => $"{Text(one, "remark")} ({NumberText.Of(Count(one, "labels"), "label", "labels")})")],
            [.. file.GetProperty("faults").EnumerateArray().Select(one => new FaultyLine(Count(one, "line"), Text(one, "field"), Text(one, "expected"), Text(one, "found")))])
        {
            Next = isPreview ? [] : AfterLabels,
        };
    }

    private static ImportOutcome OfLedger(JsonElement file)
    {
        var (added, known) = (Count(file, "added"), Count(file, "known"));
        return new(
            Text(file, "format"),
            SentenceOf(added, known, "entry", "entries"),
            Shown([("entries", Count(file, "entries")), ("new", added), ("revised", Count(file, "revised")), ("known already", known), ("published figures", Count(file, "figures"))]),
            [.. file.GetProperty("withdrawn").EnumerateArray().Take(20).Select(one => $"Withdrawn, since the file no longer has it: {Text(one, "id")}")],
            [])
        {
            Next = AfterLedger,
        };
    }

    private static string SentenceOf(long added, long known, string one, string many) => (added, known) switch
    {
        (0, 0) => $"No {one} in it.",
        (0, _) => $"Nothing new: {(known == 1 ? $"the one {one} was" : $"all {NumberText.Of(known)} {many} were")} already there.",
        (_, 0) => $"{NumberText.Of(added, one, many)} added, all of them new.",
        _ => $"{NumberText.Of(added, one, many)} added; {NumberText.Of(known)} {(known == 1 ? "was" : "were")} already there.",
    };

    private static string PreviewOf(long added, long known) =>
        $"Nothing is imported yet. {NumberText.Of(added, "label", "labels")} would be new, {NumberText.Of(known)} {(known == 1 ? "is" : "are")} there already.";

    private static IReadOnlyList<(string Name, long Count)> Shown(IEnumerable<(string Name, long Count)> figures) => [.. figures.Where(figure => figure.Count > 0)];

    private static long Count(JsonElement one, string member) => one.GetProperty(member).GetInt64();

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString() ?? "";
}
