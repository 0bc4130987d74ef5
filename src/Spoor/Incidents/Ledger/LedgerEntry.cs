namespace Spoor.Incidents.Ledger;

/// <summary>One incident as one ledger tells it: its own figure, date and words; nothing of another ledger is mixed in.</summary>
public sealed record LedgerEntry
{
    /// <summary>Ledger and its own id: <c>rekt:coinex-rekt</c>.</summary>
    public string Id => $"{Source}:{OwnId}";

    /// <summary>The ledger: <c>rekt</c>, <c>defihacklabs</c>, <c>dprk</c>; see <see cref="LedgerSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The ledger's own id; where it has none, the date and the victim.</summary>
    public required string OwnId { get; init; }

    public required string Victim { get; init; }

    /// <summary>Other names the ledger gives the victim.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>When it happened, as the ledger says.</summary>
    public required LedgerDate Date { get; init; }

    /// <summary>When the ledger reported it; null where it does not say.</summary>
    public LedgerDate? Reported { get; init; }

    /// <summary>In US dollars; null where the ledger does not say it in dollars.</summary>
    public required decimal? Usd { get; init; }

    /// <summary>How <see cref="Usd"/> was read.</summary>
    public LostBasis Basis { get; init; } = LostBasis.Dollars;

    /// <summary>The figure as the ledger writes it.</summary>
    public required string Stated { get; init; }

    /// <summary>What happened, in the ledger's own words; empty where it says nothing.</summary>
    public string Category { get; init; } = "";

    /// <summary>Whom the ledger names as the thief; empty where it names nobody.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Lower-case names of chains (<c>ethereum</c>), in ordinal order.</summary>
    public IReadOnlyList<string> Chains { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Hashes of transactions as their chain writes them; EVM hashes in lower case.</summary>
    public IReadOnlyList<string> Transactions { get; init; } = [];

    /// <summary>What had to be mended to read the row; empty for most.</summary>
    public string Repair { get; init; } = "";
}
