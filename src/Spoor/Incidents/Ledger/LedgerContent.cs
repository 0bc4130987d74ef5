namespace Spoor.Incidents.Ledger;

/// <summary>What a file of a ledger holds.</summary>
/// <param name="File">Its name without a folder.</param>
/// <param name="Format">What it was recognised as: <c>rekt-leaderboard</c>.</param>
public sealed record LedgerContent(string File, string Format)
{
    /// <summary>SHA-256 of the file as it came, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Whether it holds all of each ledger it has entries of, so that what is missing in it was withdrawn.</summary>
    public bool IsWhole { get; init; }

    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];

    public IReadOnlyList<LedgerPlace> Places { get; init; } = [];

    public IReadOnlyList<PublishedFigure> Figures { get; init; } = [];

    /// <summary>Entries of which something had to be mended.</summary>
    public IEnumerable<LedgerEntry> Repaired => Entries.Where(entry => entry.Repair.Length > 0);

    /// <summary>Entries whose text gives no figure in dollars.</summary>
    public IEnumerable<LedgerEntry> WithoutFigure => Entries.Where(entry => entry.Usd is null);
}
