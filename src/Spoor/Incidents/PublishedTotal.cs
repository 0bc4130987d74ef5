namespace Spoor.Incidents;

/// <summary>A published figure with no transaction behind it. Rows of one statement add up; those of different ones never do.</summary>
public sealed record PublishedTotal
{
    /// <summary>Who counted what: <c>wu-by-asset</c>.</summary>
    public required string Statement { get; init; }

    public required string Chain { get; init; }

    /// <summary>A symbol; empty for all assets.</summary>
    public required string Asset { get; init; }

    /// <summary>Empty where the figure is not of one address.</summary>
    public required string Address { get; init; }

    /// <summary>In whole coins; null where it was not published.</summary>
    public required decimal? Amount { get; init; }

    public required long? Usd { get; init; }

    public required StatedTime AsOf { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }
}
