namespace Spoor.Incidents.Ledger;

/// <summary>Our ledgers beside the totals somebody else published, period by period, and why they differ.</summary>
public sealed record LedgerComparison(string Who, IReadOnlyList<PeriodGap> Periods)
{
    private const string Exploit = "exploit";

    // What CertiK adds up to its total; phishing is counted apart.
    private static readonly string[] Headings = [Exploit, "flash_loan", "exit_scam"];

    /// <summary>The publisher whose headings and habits are described in <c>docs/methods/ledger-tally.md</c>.</summary>
    public static string CertiK => "CertiK";

    /// <summary>The ledgers whose incidents are ours, by preference.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <param name="incidents">All that our ledgers hold, since periods and their edges differ from the tally's.</param>
    /// <param name="within">Periods inside this one are compared.</param>
    public static LedgerComparison Of(IReadOnlyList<LedgerIncident> incidents, IReadOnlyList<PublishedFigure> figures, string who, LedgerPeriod within)
    {
        List<PublishedFigure> theirs = [.. figures.Where(figure => figure.Who == who && figure.Period.First >= within.First && figure.Period.Last <= within.Last)];
        return new(
            who,
            [.. theirs.Where(figure => figure.IsTotal).OrderBy(figure => figure.Period).Select(total => GapOf(total, theirs, incidents))])
        {
            Sources =
            [
                .. incidents.Where(incident => within.Holds(incident.Date)).SelectMany(incident => incident.Entries).Select(entry => entry.Source)
                    .Distinct().Order(Comparer<string>.Create(LedgerSource.Compare)),
            ],
        };
    }

    private static PeriodGap GapOf(PublishedFigure total, List<PublishedFigure> theirs, IReadOnlyList<LedgerIncident> incidents)
    {
        var period = total.Period;
        List<LedgerIncident> ours = [.. incidents.Where(incident => period.Holds(incident.Date))];
        return new()
        {
            Theirs = total,
            Incidents = ours,
            Named = NamedIn(period, theirs, ours),
            Categories = CategoriesOf(period, theirs, ours),
            AfterCutOff = [.. ours.Where(incident => incident.Date.IsDay && total.Published is { } day && incident.Date.First >= day)],
            OursByReport = incidents.Where(incident => period.Holds(incident.Reported)).Sum(incident => incident.Usd ?? 0m),
            Restated = RestatedBy(total, theirs),
            Remarks = [.. theirs.Where(figure => period.First <= figure.Period.First && figure.Period.Last <= period.Last && figure.Note.Length > 0 && figure.Published is null)
                .OrderBy(figure => figure.Period).ThenBy(figure => figure.Measure, StringComparer.Ordinal)],
            DayBefore = [.. incidents.Where(incident => incident.Date == LedgerDate.OfDay(period.First.AddDays(-1)))],
        };
    }

    // A year to date beside the one before it and what was added since.
    private static decimal? RestatedBy(PublishedFigure total, List<PublishedFigure> theirs) => (
        from earlier in theirs
        from added in theirs
        where earlier.IsTotal && added.IsTotal && earlier.Period.First == total.Period.First && added.Period.Last == total.Period.Last
            && earlier.Period.Last.AddDays(1) == added.Period.First
        orderby earlier.Period.Last descending
        select (decimal?)(total.Usd - earlier.Usd - added.Usd)).FirstOrDefault();

    // A victim named twice is matched once: the most alike name first, then the closest figure.
    private static List<NamedIncident> NamedIn(LedgerPeriod period, List<PublishedFigure> theirs, List<LedgerIncident> ours)
    {
        List<LedgerIncident> free = [.. ours.Where(incident => incident.Usd is not null)];
        List<NamedIncident> named = [];
        foreach (var figure in theirs.Where(figure => figure.Incident is not null && period.First <= figure.Period.First && figure.Period.Last <= period.Last)
            .OrderBy(figure => figure.Period).ThenBy(figure => figure.Incident, StringComparer.Ordinal))
        {
            var name = VictimName.Of(figure.Incident!);
            var match = free.Where(incident => figure.Period.Holds(incident.Date))
                .Select(incident => (Incident: incident, Likeness: name.Compare(incident.Names)))
                .Where(pair => pair.Likeness != NameLikeness.None)
                .OrderByDescending(pair => pair.Likeness)
                .ThenBy(pair => decimal.Abs(pair.Incident.Usd!.Value - figure.Usd)).ThenBy(pair => pair.Incident.Id, StringComparer.Ordinal)
                .Select(pair => pair.Incident).FirstOrDefault();
            named.Add(new(figure.Incident!, figure.Usd, match));
            free.RemoveAll(incident => incident.Id == match?.Id);
        }

        return named;
    }

    private static IReadOnlyList<CategoryGap> CategoriesOf(LedgerPeriod period, List<PublishedFigure> theirs, List<LedgerIncident> ours)
    {
        var published = theirs.Where(figure => figure.Period == period).ToLookup(figure => figure.Category);
        if (!Headings.All(published.Contains))
        {
            return [];
        }

        var byHeading = ours.ToLookup(incident => incident.Category.CertiK ?? LedgerCategories.Unknown.Id);
        return
        [
            .. Headings.Select(heading => Gap(heading, published[heading].First().Usd, byHeading)),
            .. byHeading.Select(group => group.Key).Except(Headings).Order(StringComparer.Ordinal).Select(heading => Gap(heading, null, byHeading)),
        ];
    }

    private static CategoryGap Gap(string heading, decimal? theirs, ILookup<string, LedgerIncident> ours) =>
        new(heading, theirs, ours[heading].Sum(incident => incident.Usd ?? 0m), ours[heading].Count());
}
