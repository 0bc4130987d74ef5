using System.Globalization;

namespace Spoor.Incidents.Ledger;

/// <summary>What ledgers say was lost in a period, line by line, and what is not in it; see <c>docs/methods/ledger-tally.md</c>.</summary>
public sealed record LedgerTally
{
    /// <summary>The line of incidents whose ledgers give no month.</summary>
    public const string NoMonth = "no month stated";

    public required TallyRequest Request { get; init; }

    /// <summary>Months in order; other keys by sum, the largest first.</summary>
    public required IReadOnlyList<TallyRow> Rows { get; init; }

    public required TallyRow Total { get; init; }

    /// <summary>The ledgers that have an entry in the period, by preference, with how many.</summary>
    public required IReadOnlyList<(string Source, int Entries)> Sources { get; init; }

    /// <summary>The same tally of each of several ledgers by itself, nothing merged, in the order of <see cref="Sources"/>; empty for one.</summary>
    public required IReadOnlyList<LedgerTally> Alone { get; init; }

    /// <summary>The incidents counted, by date and id.</summary>
    public required IReadOnlyList<LedgerIncident> Incidents { get; init; }

    /// <summary>Incidents of the period's year whose date does not say whether they lie inside the period.</summary>
    public required IReadOnlyList<LedgerIncident> Undatable { get; init; }

    /// <summary>Incidents whose figures are more than a factor of two apart.</summary>
    public IEnumerable<LedgerIncident> Disputed => Incidents.Where(incident => incident.Most > 2m * incident.Least);

    /// <summary>Entries that were a second figure of an incident that has one already.</summary>
    public int Merged => Sources.Sum(source => source.Entries) - Incidents.Count;

    /// <summary>The incidents of a line, by date and id.</summary>
    public IReadOnlyList<LedgerIncident> IncidentsOf(string key) => [.. Incidents.Where(incident => KeyOf(incident, Request.By) == key)];

    public static LedgerTally Of(IndustryLedger ledger, TallyRequest request)
    {
        var all = ledger.Incidents(request.Sources);
        List<LedgerIncident> counted = [.. all.Where(incident => request.Period.Holds(incident.Date))];
        var sources = SourcesOf(counted);
        return new()
        {
            Request = request,
            Rows = RowsOf(counted, request),
            Total = TallyRow.Of("total", counted, request.By),
            Sources = sources,
            Alone = sources.Count > 1 ? [.. sources.Select(source => Of(ledger, request with { Sources = [source.Source] }))] : [],
            Incidents = counted,
            Undatable = [.. all.Where(incident => !request.Period.Holds(incident.Date) && incident.Date.First <= request.Period.Last && incident.Date.Last >= request.Period.First)],
        };
    }

    /// <summary>What a line is by itself, zero where it has none of that key.</summary>
    public decimal UsdOf(string key) => Rows.Append(Total).FirstOrDefault(row => row.Key == key)?.Usd ?? 0m;

    private static List<TallyRow> RowsOf(List<LedgerIncident> counted, TallyRequest request)
    {
        var rows = counted.GroupBy(incident => KeyOf(incident, request.By)).Select(group => TallyRow.Of(group.Key, [.. group], request.By)).ToList();
        if (request.By != TallyBy.Month)
        {
            return [.. rows.OrderByDescending(row => row.Usd).ThenBy(row => row.Key, StringComparer.Ordinal)];
        }

        // A month without incidents is a line, too: nothing known is not the same as not asked.
        var months = MonthsOf(request.Period).Select(month => rows.Find(row => row.Key == month) ?? TallyRow.Of(month, [], request.By));
        return [.. months, .. rows.Where(row => row.Key == NoMonth)];
    }

    private static string KeyOf(LedgerIncident incident, TallyBy by) => by switch
    {
        TallyBy.Month => incident.Date.HasMonth ? Month(incident.Date.First) : NoMonth,
        TallyBy.Category => incident.Category.Id,
        TallyBy.Actor => incident.Actors is { Count: > 0 } actors ? string.Join("; ", actors.Select(actor => $"{actor.Actor} (says {actor.Source})")) : "nobody named",
        TallyBy.Chain => incident.Chains switch { [] => "not stated", [var only] => only, _ => "several chains" },
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "A tally by something unknown."),
    };

    private static IEnumerable<string> MonthsOf(LedgerPeriod period)
    {
        for (var month = new DateOnly(period.First.Year, period.First.Month, 1); month <= period.Last; month = month.AddMonths(1))
        {
            yield return Month(month);
        }
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static List<(string Source, int Entries)> SourcesOf(List<LedgerIncident> counted) =>
    [
        .. counted.SelectMany(incident => incident.Entries).GroupBy(entry => entry.Source)
            .OrderBy(group => group.Key, Comparer<string>.Create(LedgerSource.Compare)).Select(group => (group.Key, group.Count())),
    ];
}
