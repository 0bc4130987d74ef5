namespace Spoor.Incidents.Ledger;

/// <summary>What a tally counts.</summary>
/// <param name="Period">Incidents dated wholly inside it count.</param>
/// <param name="Sources">The ledgers, duplicates between them merged; empty for all there are.</param>
public sealed record TallyRequest(LedgerPeriod Period, TallyBy By, IReadOnlyList<string> Sources);
