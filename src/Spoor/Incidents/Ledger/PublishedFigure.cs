namespace Spoor.Incidents.Ledger;

/// <summary>A figure others published for a period: to compare with, never to add.</summary>
/// <param name="Who">Who published it.</param>
/// <param name="Measure"><c>total</c>, a category, or <c>incident:NAME</c>.</param>
/// <param name="Precision">What is said of its precision, or how many incidents it counts.</param>
public sealed record PublishedFigure(string Who, LedgerPeriod Period, string Measure, decimal Usd, string Precision, string Note)
{
    private const string OneIncident = "incident:";
    private const string YearToDate = "_year_to_date";
    private const string PublishedOn = "published ";

    public bool IsTotal => Category == "total";

    /// <summary>The measure without the words that only repeat its period.</summary>
    public string Category => Measure.EndsWith(YearToDate, StringComparison.Ordinal) ? Measure[..^YearToDate.Length] : Measure;

    /// <summary>The victim, where it is the figure of one incident.</summary>
    public string? Incident => Measure.StartsWith(OneIncident, StringComparison.Ordinal) ? Measure[OneIncident.Length..] : null;

    /// <summary>The day its note says it was published; what happened later that day cannot be in it.</summary>
    public DateOnly? Published =>
        Note.StartsWith(PublishedOn, StringComparison.Ordinal) && LedgerDate.TryParse(Note[PublishedOn.Length..], out var date) && date.IsDay ? date.First : null;
}
