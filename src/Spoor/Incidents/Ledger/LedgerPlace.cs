namespace Spoor.Incidents.Ledger;

/// <summary>Something on a chain that a ledger's article points to.</summary>
/// <param name="Entry">Id of the entry, <c>rekt:coinex-rekt</c>, which may be of a file that is not imported yet.</param>
/// <param name="Chain">Lower-case name.</param>
/// <param name="Kind"><c>tx</c>, <c>address</c> or <c>token</c>.</param>
/// <param name="Value">As the article links it.</param>
public sealed record LedgerPlace(string Entry, string Chain, string Kind, string Value);
