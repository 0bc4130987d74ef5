using System.Text.RegularExpressions;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>The TagPack of GraphSense, in its old form (a currency) and its new one (a network, concepts, transactions).</summary>
internal sealed partial class TagPackFormat : ILabelFormat
{
    private static readonly string[] HeaderOnly = ["title", "creator", "description", "owner", "is_public", "tags"];

    private static readonly Dictionary<string, LabelField> Fields = new(StringComparer.Ordinal)
    {
        ["address"] = LabelField.Address,
        ["tx_hash"] = LabelField.Tx,
        ["network"] = LabelField.Network,
        ["currency"] = LabelField.Currency,
        ["label"] = LabelField.Name,
        ["source"] = LabelField.Source,
        ["confidence"] = LabelField.Confidence,
        ["lastmod"] = LabelField.Observed,
        ["category"] = LabelField.Category,
        ["abuse"] = LabelField.Abuse,
        ["actor"] = LabelField.Actor,
        ["concepts"] = LabelField.Concepts,
        ["is_cluster_definer"] = LabelField.Cluster,
        ["context"] = LabelField.Context,
    };

    // An old pack that names a token means the token on Ethereum; new ones say which network.
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public string Name => "TagPack";

    public bool Recognises(string head) => FirstKey().IsMatch(head) && !ActorPackFormat.ActorsKey().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        var pack = YamlPack.Read(text, sheet, "tags");
        CheckHeader(pack, sheet);
        foreach (var entry in pack.Entries)
        {
            CheckKeys(entry, sheet, isHeader: false);
            var row = RowOf(pack.Header, entry, sheet);
            if (row is not null)
            {
                Remark(row, sheet);
                sheet.Cite(row[LabelField.Source], row.DerivedFrom);
                sheet.Rows.Read(row);
            }
        }
    }

    // Both are mandatory in a TagPack and missing in published ones.
    private static void Remark(LabelRow row, LabelSheet sheet)
    {
        if (row[LabelField.Confidence].Length == 0)
        {
            sheet.Remark("no confidence stated: unknown");
        }

        if (row[LabelField.Currency].Length == 0)
        {
            sheet.Remark(row[LabelField.Network].Length > 0 ? "no currency stated: that of the network" : "neither currency nor network stated: told by the address");
        }
    }

    private static void CheckHeader(YamlPack pack, LabelSheet sheet)
    {
        CheckKeys(pack.Header, sheet, isHeader: true);
        foreach (string key in (string[])["title", "creator"])
        {
            if (pack.Header.Cells.GetValueOrDefault(key)?.Text is null or "")
            {
                sheet.Fault(pack.Header.Line, key, "a value in the header", "");
            }
        }

        if (pack.Entries.Count == 0)
        {
            sheet.Fault(pack.Header.Cells.GetValueOrDefault("tags")?.Line ?? 1, "tags", "a list of at least one tag", "");
        }
    }

    private static void CheckKeys(YamlEntry entry, LabelSheet sheet, bool isHeader)
    {
        foreach (var (key, cell) in entry.Cells)
        {
            if (key != "tag_type" && !Fields.ContainsKey(key) && !(isHeader && HeaderOnly.Contains(key)))
            {
                sheet.Fault(cell.Line, key, $"a key of a {(isHeader ? "TagPack" : "tag")}", key);
            }
        }
    }

    private static LabelRow? RowOf(YamlEntry header, YamlEntry entry, LabelSheet sheet)
    {
        var row = new LabelRow(entry.Line) { TokenHome = Ethereum };
        bool holds = true;
        foreach (var (key, field) in Fields)
        {
            var cell = entry.Cells.GetValueOrDefault(key) ?? header.Cells.GetValueOrDefault(key);
            holds &= cell is null || !RefuseUnquoted(key, field, cell, sheet);
            row.Set(field, cell?.Text ?? "", key, cell?.Line);
            row.Concepts = field == LabelField.Concepts ? cell?.Items ?? [] : row.Concepts;
        }

        row.Set(LabelField.Author, header.Cells.GetValueOrDefault("creator")?.Text ?? "", "creator", 1);
        var type = entry.Cells.GetValueOrDefault("tag_type") ?? header.Cells.GetValueOrDefault("tag_type");
        if (type is not null && type.Text.Length > 0 && !LabelContext.TagTypes.Contains(type.Text))
        {
            sheet.Fault(type.Line, "tag_type", $"one of {string.Join(", ", LabelContext.TagTypes)}", type.Text);
        }

        return holds && TagPackContext.Unpack(row, type?.Text ?? "", sheet) ? row : null;
    }

    private static bool RefuseUnquoted(string key, LabelField field, YamlCell cell, LabelSheet sheet)
    {
        if (field is not (LabelField.Address or LabelField.Tx) || !cell.IsUnquotedHex)
        {
            return false;
        }

        sheet.Fault(cell.Line, key, $"text in quotation marks, '{cell.Text}', because YAML reads it as a number without them", cell.Text);
        return true;
    }

    [GeneratedRegex(@"\A(\s|#[^\n]*\n|---[^\n]*\n)*[""']?[A-Za-z_]+[""']?\s*:(\s|\z)")]
    private static partial Regex FirstKey();
}
