namespace Spoor.Incidents.Ledger;

/// <summary>An incident that somebody else's figure names, beside ours.</summary>
/// <param name="Theirs">Their figure for it.</param>
/// <param name="Ours">Null where our ledgers have no such victim in the period.</param>
public sealed record NamedIncident(string Name, decimal Theirs, LedgerIncident? Ours)
{
    public decimal Difference => Theirs - (Ours?.Usd ?? 0m);
}
