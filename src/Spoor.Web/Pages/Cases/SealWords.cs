using System.Text.Json;
using Spoor.Reporting;
using Spoor.Reporting.Documents;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Cases;

/// <summary>What a check or a comparison of case files found, in words; everything in it comes from a file that somebody handed in.</summary>
internal static class SealWords
{
    /// <summary>Null for a job that made something else.</summary>
    public static Section? Of(Job job)
    {
        if (job.Kind is not (CaseSeals.VerifyKind or CaseSeals.DiffKind))
        {
            return null;
        }

        using var document = JsonDocument.Parse(job.Document);
        return job.Kind == CaseSeals.VerifyKind ? OfCheck(document.RootElement) : OfComparison(document.RootElement);
    }

    private static Section OfCheck(JsonElement found)
    {
        bool holds = found.GetProperty("holds").GetBoolean();
        List<Row> rows =
        [
            new(["Seal", new Words.Code(TextOf(found, "id"))]), new(["Incident", TextOf(found, "incident")]), new(["Follows", Or(TextOf(found, "previous"), "no other seal")]),
            new(["Signed by", Or(TextOf(found, "signedBy"), "nobody")]), new(["Sealed with", $"Spoor {TextOf(found, "sealedWith")}; this is {TextOf(found, "checkedWith")}"]), new(["Entries", NumberText.Of(found.GetProperty("entries").GetInt64())]),
        ];
        var faults = found.GetProperty("faults").EnumerateArray().Select(fault => new Row([TextOf(fault, "kind"), TextOf(fault, "entry"), TextOf(fault, "text"), TextOf(fault, "expected"), TextOf(fault, "found")])).ToList();
        return new("seal-check", holds ? "The case holds" : "The case does not hold",
        [
            holds
                ? new Piece.Paragraph("Every byte of the file is as its format demands, and every result was computed again from the inputs and came out byte for byte the same. That the inputs are true is not shown: compare their transactions with the chains.")
                : new Piece.Warning(found.GetProperty("repeated").GetBoolean() ? "Do not rely on a figure of this file that is named here, nor on what rests on it." : "The results were not computed again, because the file is not the one that was sealed. Ask whoever gave it to you for another copy."),
            .. faults.Count == 0 ? (IEnumerable<Piece>)[] : [new Piece.Grid(new("seal-faults", "What does not hold", ["Kind", "Entry", "What", "Expected", "Found"], faults))],
            new Piece.Grid(new("seal-facts", "The file", ["What", "Value"], rows)),
        ]);
    }

    private static Section OfComparison(JsonElement found)
    {
        var changes = Rows(found, "changes", ["code", "subject", "from", "to"]);
        var figures = found.GetProperty("figures").EnumerateArray().Select(figure => new Row(
            [TextOf(figure, "name"), TextOf(figure, "from"), TextOf(figure, "to"), string.Join(", ", figure.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()))])).ToList();
        var results = Rows(found, "results", ["entry", "place", "from", "to"]);
        string incident = TextOf(found, "incident");
        return new("seal-diff", found.GetProperty("same").GetBoolean() ? $"Both are the same seal of {incident}" : $"What changed in {incident}",
        [
            new Piece.Paragraph([new Words.Code(TextOf(found, "before")), " and ", new Words.Code(TextOf(found, "after")), found.GetProperty("follows").GetBoolean() ? "; the second says that it follows the first." : "."]),
            .. Grid("seal-moved", "Figures that moved, and why", ["Figure", "From", "To", "Because of"], figures),
            .. Grid("seal-changes", "What is different in the inputs, rules and acts", ["Code", "About", "From", "To"], changes),
            .. Grid("seal-results", "Where each result differs first", ["Entry", "Place", "From", "To"], results),
        ]);
    }

    private static IEnumerable<Piece> Grid(string id, string caption, IReadOnlyList<Column> columns, List<Row> rows) => rows.Count == 0 ? [] : [new Piece.Grid(new(id, caption, columns, rows))];

    private static List<Row> Rows(JsonElement found, string list, string[] members) =>
        [.. found.GetProperty(list).EnumerateArray().Select(one => new Row([.. members.Select(member => (Cell)TextOf(one, member))]))];

    private static string TextOf(JsonElement one, string member) => one.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
