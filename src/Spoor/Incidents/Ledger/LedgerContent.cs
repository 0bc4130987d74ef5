namespace Spoor.Incidents.Ledger;

/// <summary>What a file of a ledger holds.</summary>
/// <param name="File">Its name without a folder.</param>
/// <param name="Format">What it was recognised as: <c>rekt-leaderboard</c>.</param>
public sealed record LedgerContent(string File, string Format)
{
    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];

    public IReadOnlyList<LedgerPlace> Places { get; init; } = [];

    public IReadOnlyList<PublishedFigure> Figures { get; init; } = [];

    /// <summary>Entries of which something had to be mended.</summary>
    public IEnumerable<LedgerEntry> Repaired => Entries.Where(entry => entry.Repair.Length > 0);

    /// <summary>Entries whose text gives no figure in dollars.</summary>
    public IEnumerable<LedgerEntry> WithoutFigure => Entries.Where(entry => entry.Usd is null);
}
