using Spoor.Reporting;

namespace Spoor.Chains.Files.Labels;

/// <summary>Spoor's own CSV: a column for every field of a label, and the short forms that <c>--labels</c> takes.</summary>
internal static class SpoorCsv
{
    private static readonly string[] NameColumns = ["name", "name_tag", "nametag", "label"];
    private static readonly string[] CategoryColumns = ["category", "label", "labels"];

    private static readonly (LabelField Field, string Column)[] Columns =
    [
        (LabelField.Address, "address"), (LabelField.Tx, "tx"), (LabelField.Chain, "chain"), (LabelField.Network, "network"),
        (LabelField.Currency, "currency"), (LabelField.Abuse, "abuse"), (LabelField.Actor, "actor"), (LabelField.Author, "author"),
        (LabelField.Confidence, "confidence"), (LabelField.Observed, "observed"), (LabelField.Learned, "learned"), (LabelField.Tlp, "tlp"),
        (LabelField.Cluster, "is_cluster_definer"), (LabelField.Context, "context"),
    ];

    public static readonly IReadOnlyList<ILabelFormat> All =
    [
        new CsvLabelFormat("Spoor CSV", ["address"], RowOf), new CsvLabelFormat("Spoor CSV", ["tx"], RowOf),
    ];

    private static LabelRow? RowOf(CsvRecord record, LabelSheet sheet)
    {
        var (name, nameColumn) = FirstOf(record, NameColumns);
        var (category, categoryColumn) = FirstOf(record, CategoryColumns);
        string abuse = TextOf(record, "abuse");
        if (!NameColumns.Concat(CategoryColumns).Any(record.Has))
        {
            // A bare list of addresses says one thing of all of them: that they are what the file is called.
            (category, string stemAbuse) = StemConcepts.Of(sheet.File.Stem);
            (name, abuse) = (sheet.File.Stem, abuse.Length > 0 ? abuse : stemAbuse);
            category = category.Length + abuse.Length > 0 ? category : "service";
        }

        if (name.Length == 0 && category.Length == 0)
        {
            return null;
        }

        var row = new LabelRow(record.Line);
        foreach (var (field, column) in Columns)
        {
            row.Set(field, TextOf(record, column), column);
        }

        row.Concepts = [.. TextOf(record, "concepts").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        string source = TextOf(record, "source");
        sheet.Cite(source, TextOf(record, "derived_from").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return row.Set(LabelField.Name, name.Length > 0 ? name : category, nameColumn)
            .Set(LabelField.Category, category, categoryColumn)
            .Set(LabelField.Abuse, abuse, "abuse")
            .Set(LabelField.Source, source.Length > 0 ? source : sheet.File.File, "source");
    }

    // Written so that a spreadsheet takes no name for a formula.
    private static string TextOf(CsvRecord record, string column) => SpreadsheetText.Unguarded(record[column]);

    private static (string Text, string Column) FirstOf(CsvRecord record, string[] columns)
    {
        string column = Array.Find(columns, one => record[one].Length > 0) ?? Array.Find(columns, record.Has) ?? columns[0];
        return (TextOf(record, column), column);
    }
}
