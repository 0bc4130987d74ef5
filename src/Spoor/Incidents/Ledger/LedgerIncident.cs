namespace Spoor.Incidents.Ledger;

/// <summary>Entries of several ledgers held for one incident, and why: a view of the entries, which stay as they are.</summary>
/// <param name="Entries">By preference of their ledger, see <see cref="LedgerSource"/>; at least one.</param>
/// <param name="Reasons">The pairs that joined them, the strongest first; one fewer than entries.</param>
public sealed record LedgerIncident(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<MergeReason> Reasons)
{
    // Below it two figures are one figure rounded or priced twice.
    private const decimal Rounding = 1.25m;

    /// <summary>Id of the preferred entry.</summary>
    public string Id => Entries[0].Id;

    public string Victim => Entries[0].Victim;

    /// <summary>Of the preferred entry that gives the day, else the month, else the year.</summary>
    public LedgerDate Date => Entries.Select(entry => entry.Date).OrderBy(date => date.IsDay ? 0 : date.HasMonth ? 1 : 2).First();

    /// <summary>When the preferred entry that says so was reported; where none does, <see cref="Date"/>.</summary>
    public LedgerDate Reported => Entries.Select(entry => entry.Reported).FirstOrDefault(reported => reported is not null) ?? Date;

    /// <summary>Of the preferred entry with a figure in dollars, or of the <see cref="Wider"/> one; null where none has one.</summary>
    public decimal? Usd => Wider?.Usd ?? Preferred?.Usd;

    /// <summary>
    /// The entry that tells victims in its figure whom the preferred one does not tell, where its figure is larger by more than rounding:
    /// the preferred figure would lose the others, and both together would count one twice. Null where there is none.
    /// </summary>
    public LedgerEntry? Wider => Preferred is not { } preferred
        ? null
        : Entries.FirstOrDefault(entry => entry.Usd > preferred.Usd * Rounding && VictimName.TellsMoreThan(entry.Victim, VictimName.Of(preferred.OtherNames.Prepend(preferred.Victim))));

    /// <summary>The preferred entry with a figure in dollars; null where none has one.</summary>
    public LedgerEntry? Preferred => Entries.FirstOrDefault(entry => entry.Usd is not null);

    /// <summary>Of the preferred ledger that names a thief; where none does, or none of those has a figure, <see cref="Usd"/>.</summary>
    public decimal? UsdOfActors => Entries.FirstOrDefault(entry => entry.Actor.Length > 0 && entry.Usd is not null)?.Usd ?? Usd;

    /// <summary>The lowest of all figures.</summary>
    public decimal? Least => Usd is null ? null : Figures.Min();

    /// <summary>The highest of all figures.</summary>
    public decimal? Most => Usd is null ? null : Figures.Max();

    /// <summary>Everybody whom a ledger names as the thief, with the ledger that does.</summary>
    public IReadOnlyList<(string Actor, string Source)> Actors =>
        [.. Entries.Where(entry => entry.Actor.Length > 0).Select(entry => (entry.Actor, entry.Source)).Distinct()];

    public IReadOnlyList<string> Chains => [.. Entries.SelectMany(entry => entry.Chains).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first entry whose words are known in <see cref="LedgerCategories"/>.</summary>
    public LedgerCategory Category =>
        Entries.Select(entry => LedgerCategories.Of(entry.Source, entry.Category)).FirstOrDefault(category => category != LedgerCategories.Unknown, LedgerCategories.Unknown);

    public VictimName Names => VictimName.Of(Entries.SelectMany(entry => entry.OtherNames.Prepend(entry.Victim)));

    private IEnumerable<decimal> Figures => Entries.Select(entry => entry.Usd).OfType<decimal>();
}
