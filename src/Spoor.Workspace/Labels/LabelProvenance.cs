using Spoor.Chains.Files.Labels;
using Spoor.Labels;

namespace Spoor.Workspace.Labels;

/// <summary>What the one who imports a file knows of where its labels come from.</summary>
/// <param name="Source">The source of labels that name none; null for the name of the file.</param>
/// <param name="DerivedFrom">Keys of the sources that those of the file repeat.</param>
/// <param name="Tlp">The least mark; a label that says more keeps its own.</param>
public sealed record LabelProvenance(string? Source, IReadOnlyList<string> DerivedFrom, Tlp Tlp)
{
    /// <param name="file">What a reader puts for the source of a label that names none.</param>
    public LabelFileContent Applied(LabelFileContent content, string file)
    {
        var labels = content.Labels.Select(label => label with
        {
            Source = Source is not null && label.Source == file ? Source : label.Source,
            Tlp = label.Tlp > Tlp ? label.Tlp : Tlp,
        }).ToList();
        return content with { Labels = labels, Sources = DerivedFrom.Count == 0 ? content.Sources : Derived(labels, content.Sources) };
    }

    private List<Citation> Derived(List<Label> labels, IReadOnlyList<Citation> described)
    {
        var used = labels.Select(label => label.Source).Where(source => !DerivedFrom.Contains(source, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var undescribed = used.Except(described.Select(citation => citation.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Bare);
        return [.. described.Concat(undescribed).Select(citation => used.Contains(citation.Key) ? WithOrigin(citation) : citation)];
    }

    private Citation WithOrigin(Citation citation) =>
        citation with { DerivedFrom = [.. citation.DerivedFrom.Union(DerivedFrom, StringComparer.Ordinal)] };

    private static Citation Bare(string source) => new()
    {
        Key = source,
        Kind = SourceKind.Compilation,
        Title = source,
        Url = source.StartsWith("http", StringComparison.Ordinal) ? source : "",
    };
}
