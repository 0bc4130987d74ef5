using Spoor.Attribution;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Who said what is told here, with their grades.</summary>
internal static class SourcesSection
{
    public static Section Of(CaseContext context)
    {
        var own = context.Facts.Sources.Select((source, i) => new Row(
        [
            source.Key, source.Kind.ToString().ToLowerInvariant(), AdmiraltyGrade.Of(source) is var grade && source.Grade.Length == 0 ? $"({grade})" : grade.ToString(),
            source.Published is { } day ? Written.Day(day) : "undated", Words.ToPage(source.Url, source.Title), source.Url,
        ], $"source-{i + 1}")).ToList();
        var others = CitedSource.Of(context.Findings.Attribution.Assessment)
            .Where(cited => context.Facts.Sources.All(source => source.Key != cited.Source.Key || source.Title != cited.Source.Title))
            .Select(cited => new Row([cited.Source.Key, cited.Grade.ToString(), Words.ToPage(cited.Source.Url, cited.Source.Title), string.Join(", ", cited.Incidents)])).ToList();
        return new("sources", "Sources",
        [
            new Piece.Paragraph("A grade says how reliable a source is (A to F) and how credible what it says (1 to 6), on the Admiralty scale; in brackets where it is that of its kind, because nobody graded this one."),
            .. own.Count == 0 ? (IEnumerable<Piece>)[] : [new Piece.Grid(new("source-list", "Sources of the incident", ["Key", "Kind", "Grade", "Published", "Title", "Address"], own))],
            .. others.Count == 0 ? (IEnumerable<Piece>)[] : [new Piece.Grid(new("source-others", "Sources of other incidents that the attribution rests on", ["Key", "Grade", "Title", "Incidents"], others))],
        ]);
    }
}
