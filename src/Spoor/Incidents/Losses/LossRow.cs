using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>One line of an estimate: how much of which asset, and what it is held to be.</summary>
public sealed record LossRow
{
    /// <summary>Names the same thing in every estimate of the incident, so that two estimates can be compared.</summary>
    public required string Id { get; init; }

    public required NamedAsset Asset { get; init; }

    /// <summary>Null where it was not published.</summary>
    public Coins? Amount { get; init; }

    public required LossClass Class { get; init; }

    /// <summary>When it left the victim; it is valued at this time.</summary>
    public required StatedTime Time { get; init; }

    /// <summary>The transaction as its chain writes it; empty where it is not known.</summary>
    public string Tx { get; init; } = "";

    /// <summary>Which movement of the transaction; empty where it is not known.</summary>
    public string Index { get; init; } = "";

    /// <summary>Empty where it is not known.</summary>
    public string From { get; init; } = "";

    /// <summary>Empty where it is not known.</summary>
    public string To { get; init; } = "";

    /// <summary>Whole dollars as the source says, never computed with: it stands beside our value.</summary>
    public long? StatedUsd { get; init; }

    /// <summary>Keys of the incident's sources, separated by a semicolon.</summary>
    public required string Source { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>A row of an earlier estimate that this one takes back, and why.</summary>
public sealed record LossRetraction(string Row, string Source, string Note);
