namespace Spoor.Valuation;

/// <summary>The price found for an asset at a time, or why none was.</summary>
public sealed record PriceQuote
{
    public required PriceQuality Quality { get; init; }

    /// <summary>Null where the quality is <see cref="PriceQuality.U"/>.</summary>
    public Price? Price { get; init; }

    /// <summary>Days between the price's day and the day valued; 0 on the same day.</summary>
    public int DaysAway { get; init; }

    /// <summary>The least that the coin can have cost by the prices around it; null where there are none.</summary>
    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    /// <summary>Other sources' prices for the same time that differ.</summary>
    public PriceConflict? Conflict { get; init; }

    /// <summary>Why there is no price; empty where there is one.</summary>
    public string Missing { get; init; } = "";
}
