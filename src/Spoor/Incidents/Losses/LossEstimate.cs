namespace Spoor.Incidents.Losses;

/// <summary>What somebody held to be lost at a time: never changed afterwards, only followed by another.</summary>
public sealed record LossEstimate
{
    public required string Id { get; init; }

    public required StatedTime AsOf { get; init; }

    public required string Author { get; init; }

    /// <summary>How the rows were found.</summary>
    public required string Method { get; init; }

    /// <summary>The last day of which the estimate knows prices.</summary>
    public required DateOnly PricesKnownBy { get; init; }

    /// <summary>Chains, assets and addresses that were looked at.</summary>
    public required string Scope { get; init; }

    /// <summary>Why it replaced the one before it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What its author knew to be missing.</summary>
    public IReadOnlyList<string> Omissions { get; init; } = [];

    public required IReadOnlyList<LossRow> Rows { get; init; }

    public IReadOnlyList<LossRetraction> Retractions { get; init; } = [];
}
