using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>A source that an assessment rests on, with its grade.</summary>
public sealed record CitedSource(Citation Source)
{
    public AdmiraltyGrade Grade => AdmiraltyGrade.Of(Source);

    /// <summary>Whether the grade is the one of its kind, because nobody graded it.</summary>
    public bool IsGradeAssumed => Source.Grade.Length == 0;

    /// <summary>In order of key; a source of which no incident says anything is left out.</summary>
    public static IReadOnlyList<CitedSource> Of(Assessment assessment)
    {
        var cases = assessment.Request.CasesById().Values.OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        var keys = assessment.Sources.Concat(assessment.Repeated.Select(one => one.Finding.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. keys.SelectMany(key => cases.Select(one => one.Sources.Find(key)).OfType<Citation>().Take(1)).Select(source => new CitedSource(source)),
        ];
    }
}
