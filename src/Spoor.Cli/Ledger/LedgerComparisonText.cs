using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;

namespace Spoor.Cli.Ledger;

/// <summary>Somebody else's totals beside ours, and why they differ, computed from what both say.</summary>
internal static class LedgerComparisonText
{
    private const int MaxListed = 8;

    public static void Write(Terminal terminal, LedgerComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        WriteTotals(terminal, comparison);
        var last = comparison.Periods[^1].Theirs.Period.Last;
        foreach (var gap in comparison.Periods.Where(gap => gap.Theirs.Period.Last == last))
        {
            WriteWhy(terminal, comparison.Who, gap);
        }
    }

    /// <summary>The totals of both, period by period.</summary>
    public static void WriteTotals(Terminal terminal, LedgerComparison comparison)
    {
        terminal.Line();
        terminal.Heading($"Beside the totals {comparison.Who} published, in million US dollars; ours: {string.Join(", ", comparison.Sources)}");
        terminal.Table(
            ["Period", $">{comparison.Who}", ">Ours", ">Difference", ">Its headings sum to", ">Named differ", ">Only theirs", ">Residual"],
            comparison.Periods.Select(gap => (IReadOnlyList<string>)
            [
                gap.Theirs.Period.Text, MillionsText.Of(gap.Theirs.Usd), MillionsText.Of(gap.Ours), MillionsText.WithSign(gap.Difference),
                gap.OutsideHeadings is { } outside ? MillionsText.Of(gap.Theirs.Usd - outside) : "not published",
                MillionsText.WithSign(gap.OtherFigures), MillionsText.WithSign(gap.OnlyTheirs), MillionsText.WithSign(gap.Residual),
            ]));
        terminal.Sentence("Difference = named differ + only theirs + residual. The residual is what no published figure explains: their unnamed rest less ours that they do not name.");
    }

    private static void WriteWhy(Terminal terminal, string who, PeriodGap gap)
    {
        terminal.Line();
        terminal.Heading($"Why {who} and ours differ by {MillionsText.WithSign(gap.Difference)} in {gap.Theirs.Period.Text}");
        if (gap.Named.Count > 0)
        {
            WriteNamed(terminal, who, gap);
        }

        if (gap.Categories.Count > 0)
        {
            WriteCategories(terminal, who, gap);
        }

        terminal.Line();
        Sentences(who, gap).Concat(OtherReadings(who, gap)).ToList().ForEach(terminal.Sentence);
    }

    private static void WriteNamed(Terminal terminal, string who, PeriodGap gap) =>
        terminal.Table(["Named by both or by them", $">{who}", ">Ours", ">Difference", "Entry"], gap.Named.Select(named => (IReadOnlyList<string>)
        [
            named.Name, MillionsText.Of(named.Theirs), named.Ours?.Usd is { } ours ? MillionsText.Of(ours) : "none", MillionsText.WithSign(named.Difference), named.Ours?.Id ?? "",
        ]));

    private static void WriteCategories(Terminal terminal, string who, PeriodGap gap)
    {
        terminal.Line();
        terminal.Table(["Heading", $">{who}", ">Ours", ">Difference", ">Our incidents"], gap.Categories.Select(category => (IReadOnlyList<string>)
        [
            category.Heading, category.Theirs is { } theirs ? MillionsText.Of(theirs) : "none", MillionsText.Of(category.Ours), MillionsText.WithSign(category.Difference), Counted.Of(category.Incidents),
        ]));
    }

    private static IEnumerable<string> Sentences(string who, PeriodGap gap)
    {
        if (gap.OutsideHeadings is { } outside)
        {
            yield return $"{who}'s headings sum to {(outside == 0m ? "its total" : $"{MillionsText.Of(gap.Theirs.Usd - outside)}, its total says {MillionsText.Of(gap.Theirs.Usd)}")}"
                + (outside > 0m ? $": {MillionsText.WithSign(outside)} is in its total and in none of its headings."
                : outside < 0m ? $": {MillionsText.Of(-outside)} is in its headings and not in its total."
                : ".");
        }

        yield return $"{who} names {MillionsText.Of(gap.Theirs.Usd - gap.Unnamed)} of its {MillionsText.Of(gap.Theirs.Usd)}; {MillionsText.Of(gap.Unnamed)} is unnamed.";
        yield return $"Ours that it does not name: {Listed(gap.OnlyOurs)}. It may count them all the same.";
        if (gap.AfterCutOff.Count > 0)
        {
            yield return $"Published {gap.Theirs.Published:yyyy-MM-dd}: ours of that day or later, which it can hold in part at most: {Listed(gap.AfterCutOff)}.";
        }

        if (gap.DayBefore.Count > 0)
        {
            yield return $"Dated the day before the period, which a later clock or a later report moves into it: {Listed(gap.DayBefore)}.";
        }
    }

    private static IEnumerable<string> OtherReadings(string who, PeriodGap gap)
    {
        if (gap.Restated is { } restated)
        {
            yield return $"{who}'s earlier totals of the parts and this one differ by {MillionsText.WithSign(restated)}: it restated what it had published.";
        }

        decimal least = gap.Incidents.Sum(incident => incident.Least ?? 0m);
        decimal most = gap.Incidents.Sum(incident => incident.Most ?? 0m);
        if (least != most)
        {
            yield return $"By the lowest figure any ledger gives for each incident ours is {MillionsText.Of(least)}, by the highest {MillionsText.Of(most)}.";
        }

        if (gap.OursByReport != gap.Ours)
        {
            yield return $"By the day of the report instead of the day of the theft, ours is {MillionsText.Of(gap.OursByReport)}.";
        }

        foreach (var remark in gap.Remarks)
        {
            yield return $"{who} remarks on {remark.Measure} {MillionsText.Of(remark.Usd)} in {remark.Period.Text}: {remark.Note}.";
        }
    }

    private static string Listed(IReadOnlyList<LedgerIncident> incidents)
    {
        var largest = incidents.OrderByDescending(incident => incident.Usd ?? 0m).ThenBy(incident => incident.Id, StringComparer.Ordinal).Take(MaxListed)
            .Select(incident => $"{incident.Victim} {(incident.Usd is { } usd ? MillionsText.Of(usd) : "no figure")}");
        string rest = incidents.Count > MaxListed ? $" and {Counted.Of(incidents.Count - MaxListed)} smaller" : "";
        return incidents.Count == 0 ? "none" : $"{MillionsText.Of(incidents.Sum(incident => incident.Usd ?? 0m))} ({string.Join(", ", largest)}{rest})";
    }
}
