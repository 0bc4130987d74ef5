using Spoor.Reporting.Cases;

namespace Spoor.Reporting.Forms;

/// <summary>The moment as of which a form speaks: the last thing the case knows, so that the same case gives the same bytes.</summary>
internal static class FormMoment
{
    public static DateTimeOffset Of(CaseFindings findings)
    {
        if (findings.Inputs.Parameters.AsOf is { } asked)
        {
            return EndOf(asked);
        }

        var facts = findings.Facts;
        var days = facts.Sources.Select(source => source.Published).Concat(facts.Findings.Select(finding => (DateOnly?)finding.Made)).OfType<DateOnly>().Select(EndOf);
        var moments = facts.Timeline.Select(one => one.When.Start)
            .Concat(findings.Trace.Transfers.Select(traced => traced.Transfer.Time))
            .Append(facts.Started.Start);
        return days.Concat(moments).Max();
    }

    /// <summary>As STIX writes it, with milliseconds.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(new(23, 59, 59)), TimeSpan.Zero);
}
