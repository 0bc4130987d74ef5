namespace Spoor.Incidents.Ledger;

/// <summary>One line of a tally.</summary>
/// <param name="Key"><c>2023-09</c>, <c>flash_loan</c>, <c>ethereum</c>; or in words why there is no key.</param>
/// <param name="Incidents">All of the line, also those without a figure.</param>
/// <param name="WithoutFigure">Those that no ledger puts into dollars; they add nothing.</param>
/// <param name="Usd">Sum of <see cref="FigureOf"/>.</param>
/// <param name="Least">Sum of the lowest figure of each incident.</param>
/// <param name="Most">Sum of the highest.</param>
public sealed record TallyRow(string Key, int Incidents, int WithoutFigure, decimal Usd, decimal Least, decimal Most)
{
    public static TallyRow Of(string key, IReadOnlyCollection<LedgerIncident> incidents, TallyBy by) => new(
        key,
        incidents.Count,
        incidents.Count(incident => incident.Usd is null),
        incidents.Sum(incident => FigureOf(incident, by) ?? 0m),
        incidents.Sum(incident => incident.Least ?? 0m),
        incidents.Sum(incident => incident.Most ?? 0m));

    /// <summary>The figure that counts: beside an actor's name it is that of the ledger that names him, since only that ledger says he took it.</summary>
    public static decimal? FigureOf(LedgerIncident incident, TallyBy by) => by == TallyBy.Actor ? incident.UsdOfActors : incident.Usd;
}
