using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What happened when, UTC, each with its source.</summary>
internal static class TimelineSection
{
    public static Section Of(CaseContext context)
    {
        var facts = context.Facts;
        var entries = facts.Timeline.Where(entry => context.Findings.Inputs.Parameters.AsOf is not { } day || entry.When.Day <= day).ToList();
        string discovered = facts.Discovered is { } time ? $"First noticed in public at {time}." : "When it was first noticed is not known.";
        string ended = facts.Ended is { } end ? $" The last theft transaction known is of {end}." : " When the last theft transaction took place, nobody has said.";
        return new("timeline", "What happened, and when (UTC)",
        [
            new Piece.Paragraph($"First theft transaction: {facts.Started}. {discovered}{ended} Times are as exact as their sources give them: to the second, to the minute, or the day alone."),
            entries.Count == 0
                ? new Piece.Paragraph("Nobody has told more of the course of events.")
                : new Piece.Grid(new("timeline-events", "The course of events (UTC)", ["When", "What", "Source"], [.. entries.Select(entry => new Row([entry.When.ToString(), entry.What, context.SourcesOf(entry.Source)]))])),
        ]);
    }
}
