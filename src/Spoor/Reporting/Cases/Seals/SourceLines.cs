using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Labels;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>Sources of labels and whom they repeat, one canonical JSON object a line.</summary>
public static class SourceLines
{
    /// <summary>In order of key.</summary>
    public static byte[] Write(IEnumerable<Citation> sources) =>
        JsonLines.Write(sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(Of));

    /// <exception cref="FormatException">A line is no source; the message names file and line.</exception>
    public static IReadOnlyList<Citation> Read(string file, ReadOnlyMemory<byte> bytes) => JsonLines.Read(file, bytes, CitationOf);

    /// <summary>The sources that some keys name, and all that these repeat, as far as the lineage knows them.</summary>
    public static IReadOnlyList<Citation> Needed(SourceLineage lineage, IEnumerable<string> keys) =>
    [
        .. keys.Concat(keys.SelectMany(lineage.OriginsOf)).Distinct(StringComparer.Ordinal).Select(lineage.Find).OfType<Citation>()
            .OrderBy(source => source.Key, StringComparer.Ordinal),
    ];

    private static JsonObject Of(Citation source) => new()
    {
        ["key"] = source.Key,
        ["kind"] = source.Kind.ToString().ToLowerInvariant(),
        ["title"] = source.Title,
        ["url"] = source.Url,
        ["published"] = source.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["derivedFrom"] = JsonLines.Texts(source.DerivedFrom),
        ["implied"] = JsonLines.Texts(source.Implied),
        ["stated"] = source.IsStated,
        ["grade"] = source.Grade,
    };

    private static Citation CitationOf(JsonElement json) => new()
    {
        Key = json.Text("key"),
        Kind = Enum.TryParse(json.Text("kind"), ignoreCase: true, out SourceKind kind) && Enum.IsDefined(kind)
            ? kind
            : throw new FormatException($"kind: expected a kind of source, found '{json.Text("kind")}'."),
        Title = json.Text("title"),
        Url = json.Text("url"),
        Published = json.Day("published"),
        DerivedFrom = json.Texts("derivedFrom"),
        Implied = json.Texts("implied"),
        IsStated = json.Truth("stated"),
        Grade = json.Text("grade"),
    };
}
