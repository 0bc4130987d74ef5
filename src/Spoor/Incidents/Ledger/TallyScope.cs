using System.Globalization;

namespace Spoor.Incidents.Ledger;

/// <summary>What a tally counts and leaves out, in sentences: no tally is shown without them.</summary>
public static class TallyScope
{
    public static IReadOnlyList<string> Of(LedgerTally tally) =>
    [
        $"Period {tally.Request.Period.First:yyyy-MM-dd} to {tally.Request.Period.Last:yyyy-MM-dd}, by the date the ledger gives for the incident (the preferred ledger's where several tell it).",
        .. tally.Sources.Select(source => $"{source.Source}: {Count(source.Entries, "entry", "entries")} – {LedgerSource.Of(source.Source).Title}; {LedgerSource.Of(source.Source).Measure}."),
        MergedText(tally),
        .. DisputedText(tally),
        .. WiderTexts(tally),
        $"Left out of the sums: {Count(tally.Total.WithoutFigure, "incident", "incidents")} without a figure in dollars.",
        .. tally.Undatable.Count == 0 ? Array.Empty<string>() : [$"Left out altogether: {Count(tally.Undatable.Count, "incident", "incidents")} whose date does not say whether {(tally.Undatable.Count == 1 ? "it lies" : "they lie")} in the period ({string.Join(", ", tally.Undatable.Select(incident => incident.Id))})."],
        .. tally.Rows.Any(row => row.Key == LedgerTally.NoMonth) ? ["Incidents of which a ledger gives the year alone are in the total and in no month."] : Array.Empty<string>(),
        .. ByText(tally),
        "Figures are the ledgers' own: gross losses at whatever prices they took, nothing returned or frozen is taken off.",
    ];

    private static string MergedText(LedgerTally tally)
    {
        if (tally.Sources.Count < 2)
        {
            return "One ledger: nothing is merged unless somebody decided so.";
        }

        string spread = tally.Total.Least == tally.Total.Most
            ? "their figures agree"
            : string.Create(CultureInfo.InvariantCulture, $"by the lowest figure of each incident the total is {tally.Total.Least:N0} USD, by the highest {tally.Total.Most:N0}");
        return $"{Count(tally.Merged, "entry was", "entries were")} merged into incidents that another ledger tells; {spread}.";
    }

    private static string[] DisputedText(LedgerTally tally)
    {
        string[] disputed =
        [
            .. from incident in tally.Disputed
               let counted = TallyRow.FigureOf(incident, tally.Request.By) ?? 0m
               let others = incident.Entries.Where(entry => entry.Usd is { } usd && usd != counted)
                   .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Id} would move it by {entry.Usd - counted:+#,0;-#,0}"))
               select string.Create(CultureInfo.InvariantCulture, $"{incident.Id} counts {counted:N0}, {string.Join(", ", others)}"),
        ];
        return disputed.Length == 0 ? [] : [$"Merged although the figures are more than a factor of two apart: {string.Join("; ", disputed)}."];
    }

    private static IEnumerable<string> WiderTexts(LedgerTally tally) =>
        from incident in tally.Incidents
        let wide = incident.Wider
        let narrow = incident.Preferred
        where wide is not null && narrow is not null
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{wide.Id} tells several victims in one figure: its {wide.Usd:N0} USD count in place of the {narrow.Usd:N0} of {narrow.Id}, which tells one of them.");

    private static IReadOnlyList<string> ByText(LedgerTally tally) => tally.Request.By switch
    {
        TallyBy.Actor =>
        [
            "An actor is whom a ledger names; Spoor attributes nothing here.",
            string.Create(CultureInfo.InvariantCulture, $"The figure of an incident is that of the ledger that names the actor; by the preferred ledger of each incident the total is {tally.Incidents.Sum(incident => incident.Usd ?? 0m):N0} USD."),
        ],
        TallyBy.Chain => ["A loss on several chains is not divided: no ledger says how much was on each."],
        TallyBy.Category => ["Categories are the ledgers' own words sorted by categories.json; words that fit none are unknown."],
        _ => [],
    };

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
