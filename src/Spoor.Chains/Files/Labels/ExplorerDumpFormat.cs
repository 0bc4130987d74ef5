using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>All labels of one block explorer as a JSON object: address, then name and label words.</summary>
/// <remarks>The file does not say which explorer it shows; its name does (<c>bscscan.json</c>), or the caller.</remarks>
internal sealed partial class ExplorerDumpFormat : ILabelFormat
{
    public string Name => "explorer dump";

    public bool Recognises(string head) => KeyThenObject().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        string explorer = sheet.File.Stem;
        if ((sheet.Options.Chain ?? LabelNetworks.OfExplorer(explorer)) is not { } chain)
        {
            throw sheet.Broken(1, "file name", "the name of an explorer, such as etherscan.json; rename the file or name the chain", sheet.File.File);
        }

        var source = KnownSources.OfExplorer(explorer);
        sheet.Cite(source);
        foreach (var member in JsonMember.ReadAll(text, sheet))
        {
            // What the page showed below its table, or instead of one.
            if (!member.Key.Any(char.IsAsciiDigit))
            {
                sheet.PassOver(member.Line, "key", member.Key);
            }
            else if (RowOf(member, chain, sheet) is { } row)
            {
                sheet.Rows.Read(row.Set(LabelField.Source, source.Key).Set(LabelField.Confidence, "web_crawl"));
            }
        }
    }

    private static LabelRow? RowOf(JsonMember member, ChainId chain, LabelSheet sheet)
    {
        if (member.Value.ValueKind != JsonValueKind.Object || !TryText(member.Value, "name", out string name) || !TryWords(member.Value, out var words))
        {
            sheet.Fault(member.Line, member.Key, "an object with name and labels", member.Value.ValueKind.ToString());
            return null;
        }

        name = LabelWords.WithoutInvisible(name).Trim();
        if (name.Length == 0 && words.Count == 0)
        {
            return null;
        }

        return new LabelRow(member.Line) { OnChain = chain, Concepts = [.. words.Skip(1)] }
            .Set(LabelField.Address, member.Key, "key")
            .Set(LabelField.Name, name.Length > 0 ? name : words[0], $"name of {member.Key}")
            .Set(LabelField.Category, words.Count > 0 ? words[0] : "", $"labels of {member.Key}");
    }

    private static bool TryText(JsonElement entry, string key, out string text)
    {
        bool isText = entry.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String;
        text = isText ? value.GetString()! : "";
        return isText;
    }

    private static bool TryWords(JsonElement entry, out List<string> words)
    {
        words = [];
        if (!entry.TryGetProperty("labels", out var list) || list.ValueKind != JsonValueKind.Array
            || !list.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String))
        {
            return false;
        }

        words.AddRange(list.EnumerateArray().Select(word => word.GetString()!.Trim()).Where(word => word.Length > 0));
        return true;
    }

    [GeneratedRegex(@"\A\s*\{\s*""[^""\n]*""\s*:\s*\{")]
    private static partial Regex KeyThenObject();
}
