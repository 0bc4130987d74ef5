namespace Spoor.Reporting.Forms;

/// <summary>A transaction of a case, and its movements of what one symbol names.</summary>
/// <param name="Hash">As its chain writes it.</param>
/// <param name="Symbol">Of the asset; its CAIP-19 reference where no list knows it.</param>
/// <param name="Decimals">Null where no list knows them, or movements of several assets have one symbol.</param>
/// <param name="Time">Null where no source states it.</param>
public sealed record FormTransaction(string Chain, string Hash, string Symbol, int? Decimals, DateTimeOffset? Time, IReadOnlyList<FormMovement> Movements);
