namespace Spoor.Labels;

/// <summary>Every label ever learned and every retraction, so that what was known on any day can be told.</summary>
/// <param name="Labels">With their ids, in order of preference.</param>
/// <param name="Retractions">In the order in which they were made.</param>
/// <param name="Lineage">Who repeats whom among the sources.</param>
public sealed record LabelHistory(
    IReadOnlyList<RecordedLabel> Labels, IReadOnlyList<Retraction> Retractions, SourceLineage Lineage)
{
    public static readonly LabelHistory Empty = new([], [], SourceLineage.Empty);

    /// <summary>What was known at the end of a day: learned by then and not retracted by then.</summary>
    /// <param name="day">Null for all that is known.</param>
    public LabelBook At(DateOnly? day) => new(RecordedAt(day).Select(recorded => recorded.Label));

    /// <inheritdoc cref="At"/>
    public IEnumerable<RecordedLabel> RecordedAt(DateOnly? day)
    {
        var retracted = Retractions.Where(one => day is null || one.Learned <= day).Select(one => one.LabelId).ToHashSet(StringComparer.Ordinal);
        return Labels.Where(one => (day is null || one.Label.Learned <= day) && !retracted.Contains(one.Id));
    }
}

/// <summary>A label and the id it is retracted by, derived from what it says.</summary>
public sealed record RecordedLabel(string Id, Label Label);

/// <summary>That a label no longer holds; the label itself stays.</summary>
/// <param name="Learned">The day from which it counts as retracted.</param>
public sealed record Retraction(string LabelId, DateOnly Learned, string Author, string Reason);
