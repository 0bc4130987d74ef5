using Spoor.Labels;
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
            Subtitle = $"{StandOf(findings)}{MarkOf(findings)}",
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

    /// <summary>Every link to other incidents with its counter-checks, in the words of a report; the attribution holds what of it counts.</summary>
    public static Section LinksOf(CaseFindings findings) => LinksSection.Of(new(findings, DeskNotes.None));

    private static string StandOf(CaseFindings findings) => findings.Inputs.Parameters.AsOf is { } day
        ? $"What was known by the end of {Attribution.Written.Day(day)}, all times UTC."
        : $"{findings.Facts.Title}. All that its sources tell; all times UTC.";

    // What is clear may be told to everybody, and needs no word.
    private static string MarkOf(CaseFindings findings) => CaseMark.Of(findings) is var mark and not Tlp.Clear
        ? $" TLP:{TlpText.Of(mark)}: it rests on labels so marked, and is not to be shared more widely."
        : "";

    // Of the case, never of the day on which somebody wrote the report.
    private static DateTimeOffset DatedOf(CaseFindings findings) => findings.Inputs.Parameters.AsOf is { } day
        ? new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : findings.Facts.Timeline.Select(entry => entry.When.Start).Append(findings.Facts.Started.Start).Max();
}
