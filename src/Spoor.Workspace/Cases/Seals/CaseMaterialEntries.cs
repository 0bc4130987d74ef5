using Spoor.Labels;
using Spoor.Records;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>The material of a case as entries of a case file, and back.</summary>
public static class CaseMaterialEntries
{
    /// <summary>Where there is nothing, there is no entry.</summary>
    public static IEnumerable<CaseEntry> Of(CaseMaterial material, ActLog? acts)
    {
        CaseEntry[] entries =
        [
            new(CaseNames.Acts, LinesOf(acts)),
            new(CaseNames.FileLabels, LabelLines.Write(material.FileLabels.Labels)),
            new(CaseNames.StoreLabels, LabelLines.Write(material.StoreLabels.Labels)),
            new(CaseNames.LabelSources, SourceLines.Write(SourceLines.Needed(material.Lineage, KeysOf(material)))),
            new(CaseNames.Legs, LegLines.Write(material.Legs)),
        ];
        return entries.Where(entry => !entry.Content.IsEmpty);
    }

    /// <exception cref="FormatException">An entry is not as it should be.</exception>
    public static CaseMaterial Read(IReadOnlyDictionary<string, CaseEntry> entries, CaseManifest manifest) => new()
    {
        IsPublishedOnly = manifest.Parameters.IsPublishedOnly,
        FileLabels = new(LabelsOf(entries, CaseNames.FileLabels)),
        StoreLabels = new(LabelsOf(entries, CaseNames.StoreLabels)),
        LabelFiles = manifest.Cited,
        Lineage = new(Content(entries, CaseNames.LabelSources) is { } sources ? SourceLines.Read(CaseNames.LabelSources, sources) : []),
        Legs = Content(entries, CaseNames.Legs) is { } legs ? LegLines.Read(CaseNames.Legs, legs) : [],
    };

    /// <exception cref="FormatException">The log was changed after it was written.</exception>
    public static ActLog ActsOf(CaseEntry entry)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        for (var rest = entry.Content; !rest.IsEmpty;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            lines.Add(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? ReadOnlyMemory<byte>.Empty : rest[(end + 1)..];
        }

        return ActLog.Read(lines, entry.Name);
    }

    private static IReadOnlyList<Label> LabelsOf(IReadOnlyDictionary<string, CaseEntry> entries, string name) =>
        Content(entries, name) is { } lines ? LabelLines.Read(name, lines) : [];

    private static ReadOnlyMemory<byte>? Content(IReadOnlyDictionary<string, CaseEntry> entries, string name) =>
        entries.TryGetValue(name, out var entry) ? entry.Content : null;

    private static byte[] LinesOf(ActLog? acts)
    {
        using var bytes = new MemoryStream();
        foreach (var act in acts?.Acts ?? [])
        {
            bytes.Write(ActLog.LineOf(act));
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private static IReadOnlyList<string> KeysOf(CaseMaterial material) =>
        [.. material.FileLabels.Labels.Concat(material.StoreLabels.Labels).Select(label => label.Source).Distinct(StringComparer.Ordinal)];
}
