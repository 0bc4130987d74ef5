using Spoor.Reporting.Cases.Sections;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases;

/// <summary>The report of a case: what happened, what was taken, where it is, who is behind it, what is being done, and how each figure was found.</summary>
public static class CaseReport
{
    /// <summary>The same findings and the same desk give the same document.</summary>
    public static Document Of(CaseFindings findings, DeskNotes desk)
    {
        var context = new CaseContext(findings, desk);
        return new()
        {
            Title = $"The theft from {findings.Facts.Victim}, {findings.Facts.Started.DayAlone}",
            Subtitle = $"{findings.Facts.Title}. {StandOf(findings)}",
            Dated = DatedOf(findings),
            Sections =
            [
                SummarySection.Of(context),
                TimelineSection.Of(context),
                LossSection.Of(context),
                FlowSection.Of(context),
                WhereaboutsSection.Of(context),
                AttributionSection.Of(context),
                ResponseSection.Of(context),
                CompensationSection.Of(context),
                MethodSection.Of(context),
                PlacesSection.Of(context),
                TransactionsSection.Of(context),
                SourcesSection.Of(context),
            ],
        };
    }

    private static string StandOf(CaseFindings findings) => findings.Inputs.Parameters.AsOf is { } day
        ? $"What was known by the end of {Attribution.Written.Day(day)}, all times UTC."
        : "All that is known, all times UTC.";

    // Of the case, never of the day on which somebody wrote the report.
    private static DateTimeOffset DatedOf(CaseFindings findings) => findings.Inputs.Parameters.AsOf is { } day
        ? new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : findings.Facts.Timeline.Select(entry => entry.When.Start).Append(findings.Facts.Started.Start).Max();
}
