namespace Spoor.Incidents.Ledger;

/// <summary>What kind of theft it was, and what others call that kind; null where it is not known that they have a word for it.</summary>
/// <param name="Id">Spoor's own word: <c>exit_scam</c>; <c>unknown</c> where a ledger's words fit none.</param>
/// <param name="CertiK">Heading of CertiK's monthly figures.</param>
/// <param name="Hack3d">Category of CertiK's Hack3d reports.</param>
public sealed record LedgerCategory(string Id, string? CertiK, string? Hack3d, string? PeckShield, string? SlowMist, string? DefiLlama, string? Interpol);
