namespace Spoor.Reporting.Cases.Seals;

/// <summary>One figure that a reader quotes from a case.</summary>
/// <param name="Name">As a path: <c>stolen/eip155:1/slip44:60</c>.</param>
/// <param name="Value">Exact, as text.</param>
/// <param name="Unit"><c>units</c> for the smallest units of the asset in the name, <c>usd</c>, <c>probability</c>, <c>count</c>, <c>time</c>, <c>word</c>.</param>
/// <param name="RestsOn">Places of the results and inputs it is made of: the name of an entry, <c>#</c> and a JSON pointer.</param>
public sealed record CaseFigure(string Name, string? Value, string Unit, IReadOnlyList<string> RestsOn);
