namespace Spoor.Incidents.Ledger;

/// <summary>A ledger that others keep, and what its figures and dates are.</summary>
/// <param name="Name">As entries carry it.</param>
/// <param name="Measure">What its figure and its date are.</param>
public sealed record LedgerSource(string Name, string Title, string Measure)
{
    // In order of preference for the figure and the date of a merged incident: ledgers that are written after the event by
    // people who read the chain, then lists of one subject, then proofs of concept whose losses are free text.
    private static readonly LedgerSource[] Known =
    [
        new("hack-chronicle", "DeFi Hack Chronicle", "loss at prices its authors chose; date of the attack"),
        new("rekt", "rekt.news leaderboard", "loss as its article puts it; date of the incident, not of the article"),
        new("sok", "bridge hacks of the SoK on blockchain interoperability", "value as listed; date of the hack"),
        new("dprk", "list of thefts attributed to North Korea (tayvano/lazarus-bluenoroff-research)", "loss and attribution as the list puts them; some dates are a year alone"),
        new("defihacklabs", "DeFiHackLabs", "free text, read only where it says dollars; date of the attack"),
    ];

    /// <summary>By name; a ledger Spoor has no description of is described by its name.</summary>
    public static LedgerSource Of(string name) =>
        Known.FirstOrDefault(source => source.Name == name) ?? new(name, name, "figures and dates as stated");

    /// <summary>Whether it is a ledger Spoor knows the files of; in any letter case, since nobody could tell the two apart.</summary>
    public static bool IsKnown(string name) => Known.Any(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Orders by preference; ledgers without a place in it come last, by name.</summary>
    public static int Compare(string one, string other) =>
        Place(one).CompareTo(Place(other)) is not 0 and var order ? order : string.CompareOrdinal(one, other);

    private static int Place(string name) => Array.FindIndex(Known, source => source.Name == name) is >= 0 and var place ? place : Known.Length;
}
