using Spoor.Labels;

namespace Spoor.Workspace.Labels;

/// <summary>Which labels go out, and how many stay because they are not to be shared so widely.</summary>
public sealed record LabelExport(IReadOnlyList<RecordedLabel> Labels, long Withheld)
{
    public static LabelExport Of(IEnumerable<RecordedLabel> held, LabelSelection selection)
    {
        var chosen = held.Where(one => selection.Takes(one.Label)).ToList();
        List<RecordedLabel> shared = [.. chosen.Where(one => one.Label.Tlp <= selection.MaxTlp).OrderBy(one => one.Label.Subject.ToString(), StringComparer.Ordinal).ThenBy(one => one.Id, StringComparer.Ordinal)];
        return new(shared, chosen.Count - shared.Count);
    }
}

/// <summary>What a user wants of the labels; an empty list takes all.</summary>
public sealed record LabelSelection(IReadOnlyList<string> Categories, IReadOnlyList<string> Actors, IReadOnlyList<string> Sources, Tlp MaxTlp)
{
    public bool Takes(Label label) =>
        HasAny(Categories, [label.Category, label.Abuse, .. label.Concepts]) && HasAny(Actors, [label.Actor ?? ""]) && HasAny(Sources, [label.Source]);

    private static bool HasAny(IReadOnlyList<string> wanted, IEnumerable<string> words) =>
        wanted.Count == 0 || words.Intersect(wanted, StringComparer.OrdinalIgnoreCase).Any();
}
