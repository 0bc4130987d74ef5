using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>A finding that names an actor, as far as it counts on the day asked about.</summary>
/// <remarks>
/// Only an authority's finding names an actor. It is the origin of the name, not evidence of its own: it says how probable it
/// is that the other incident is that actor's, by its source's grade, and adds no ratio.
/// </remarks>
public sealed record NamedActor
{
    /// <summary>The incident it is about.</summary>
    public required TheftCase Case { get; init; }

    public required Finding Finding { get; init; }

    public required Citation Source { get; init; }

    public string Actor => Finding.Actor;

    public AdmiraltyGrade Grade => AdmiraltyGrade.Of(Source);

    /// <summary>Whether the grade is the one of its kind, because nobody graded the source.</summary>
    public bool IsGradeAssumed => Source.Grade.Length == 0;

    /// <summary>P(this incident is the actor's), by the grade.</summary>
    public decimal Probability => Grade.Probability;

    /// <summary>The day from which it could be known: made, and published.</summary>
    public DateOnly? Known => Source.Published is { } published ? Later(published, Finding.Made) : null;

    public bool IsByAuthority => Source.Kind == SourceKind.Authority;

    /// <summary>The findings of an incident that were known and whose source stands, in order of day and source; a source nobody described counts for nothing.</summary>
    public static IReadOnlyList<NamedActor> Of(TheftCase incident, DateOnly? asOf, IReadOnlySet<string> without) =>
    [
        .. incident.Findings
            .Where(finding => incident.Sources.StandsWithout(finding.Source, without))
            .SelectMany(finding => incident.Sources.Find(finding.Source) is { } source
                ? new[] { new NamedActor { Case = incident, Finding = finding, Source = source } } : [])
            .Where(named => asOf is null || named.Known <= asOf)
            .OrderBy(named => named.Finding.Made).ThenBy(named => named.Finding.Source, StringComparer.Ordinal).ThenBy(named => named.Actor, StringComparer.Ordinal),
    ];

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
