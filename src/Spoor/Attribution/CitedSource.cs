using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>A source that an assessment rests on, with its grade.</summary>
/// <param name="Incidents">Ids of the incidents that describe it so: the same key may be another source elsewhere.</param>
public sealed record CitedSource(Citation Source, IReadOnlyList<string> Incidents)
{
    public AdmiraltyGrade Grade => AdmiraltyGrade.Of(Source);

    /// <summary>Whether the grade is the one of its kind, because nobody graded it.</summary>
    public bool IsGradeAssumed => Source.Grade.Length == 0;

    /// <summary>Every description of a key that an incident of the result gives, in order of key and incident; a source that none describes is left out.</summary>
    public static IReadOnlyList<CitedSource> Of(Assessment assessment)
    {
        var incidents = assessment.Chains.Select(chain => chain[^1].There).Append(assessment.Request.Case)
            .DistinctBy(one => one.Id).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        var keys = assessment.Sources.Concat(assessment.Repeated.Select(one => one.Finding.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. keys.SelectMany(key => Described(key, incidents))];
    }

    private static IEnumerable<CitedSource> Described(string key, IEnumerable<TheftCase> incidents) => incidents
        .SelectMany(one => one.Sources.Find(key) is { } source ? new[] { (one.Id, Source: source) } : [])
        .GroupBy(one => (one.Source.Title, one.Source.Url))
        .Select(same => new CitedSource(same.First().Source, [.. same.Select(one => one.Id)]));
}
