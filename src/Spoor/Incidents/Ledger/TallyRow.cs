namespace Spoor.Incidents.Ledger;

/// <summary>One line of a tally.</summary>
/// <param name="Key"><c>2023-09</c>, <c>flash_loan</c>, <c>ethereum</c>; or in words why there is no key.</param>
/// <param name="Incidents">All of the line, also those without a figure.</param>
/// <param name="WithoutFigure">Those that no ledger puts into dollars; they add nothing.</param>
/// <param name="Usd">Sum of the figures of the preferred ledgers.</param>
/// <param name="Least">Sum of the lowest figure of each incident.</param>
/// <param name="Most">Sum of the highest.</param>
public sealed record TallyRow(string Key, int Incidents, int WithoutFigure, decimal Usd, decimal Least, decimal Most)
{
    public static TallyRow Of(string key, IReadOnlyCollection<LedgerIncident> incidents) => new(
        key,
        incidents.Count,
        incidents.Count(incident => incident.Usd is null),
        incidents.Sum(incident => incident.Usd ?? 0m),
        incidents.Sum(incident => incident.Least ?? 0m),
        incidents.Sum(incident => incident.Most ?? 0m));
}
