using System.Text.RegularExpressions;
using Spoor.Labels;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads <c>sources</c> of <c>incident.yaml</c>: who published the facts, and who repeats whom.</summary>
internal static partial class SourceYaml
{
    private static readonly (string Name, SourceKind Kind)[] Kinds =
    [
        ("authority", SourceKind.Authority), ("primary", SourceKind.Primary), ("compilation", SourceKind.Compilation), ("press", SourceKind.Press),
    ];

    /// <summary>In order of key.</summary>
    public static IReadOnlyList<Citation> ReadAll(YamlEntry top, FolderNotes notes)
    {
        if (top.Entry("sources") is not { } entry)
        {
            top.Missing("sources");
            return [];
        }

        List<Citation> sources = [.. entry.Keys.Order(StringComparer.Ordinal).Select(key => Read(entry, key, notes)).OfType<Citation>()];
        entry.Close();
        notes.List(entry.Keys.Select(key => (key, entry.LineOf(key))));
        return sources;
    }

    private static Citation? Read(YamlEntry sources, string key, FolderNotes notes)
    {
        if (!KeyForm().IsMatch(key))
        {
            sources.Fault(key, "expected a key of small letters, digits and hyphens.");
        }

        if (sources.Entry(key) is not { } entry)
        {
            return null;
        }

        var from = entry.Texts("derived_from");
        notes.Cite(IncidentFiles.Incident, entry.LineOf("derived_from"), string.Join(';', from.Where(parent => parent != key)));
        if (from.Contains(key))
        {
            entry.Fault("derived_from", $"expected other sources, found '{key}' itself.");
        }

        var source = new Citation
        {
            Key = key,
            Kind = KindOf(entry),
            Title = entry.Required("title"),
            Url = Matching(entry, "url", UrlForm(), "an address that begins with https:// or http://"),
            Published = entry.OptionalDay("published"),
            DerivedFrom = from,
            Grade = Matching(entry, "grade", GradeForm(), "an Admiralty grade from A1 to F6"),
        };
        entry.Close();
        return source;
    }

    private static SourceKind KindOf(YamlEntry entry)
    {
        string text = entry.Required("kind");
        var found = Array.Find(Kinds, kind => kind.Name == text);
        if (found.Name is null && text.Length > 0)
        {
            string[] names = [.. Kinds.Select(kind => kind.Name)];
            entry.Fault("kind", $"expected one of {string.Join(", ", names)}, found '{text}'{NearNames.Hint(text, names)}");
        }

        return found.Name is null ? SourceKind.Press : found.Kind;
    }

    private static string Matching(YamlEntry entry, string key, Regex form, string expected)
    {
        string text = entry.Optional(key);
        if (text.Length > 0 && !form.IsMatch(text))
        {
            entry.Fault(key, $"expected {expected}, found '{text}'.");
        }

        return text;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KeyForm();

    [GeneratedRegex("^https?://[^ ]+$")]
    private static partial Regex UrlForm();

    [GeneratedRegex("^[A-F][1-6]$")]
    private static partial Regex GradeForm();
}
