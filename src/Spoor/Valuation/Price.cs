namespace Spoor.Valuation;

/// <summary>What one coin cost, as a source states it.</summary>
public sealed record Price
{
    /// <summary>A symbol, or an asset by its full name such as <c>eip155:1/erc20:0x…</c> or <c>kadena/KDA</c>.</summary>
    public required string Subject { get; init; }

    public required PriceKind Kind { get; init; }

    /// <summary>UTC; of a daily price the day's first moment.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>US dollars for one whole coin; above zero.</summary>
    public required decimal Usd { get; init; }

    /// <summary>The file, or who the file says told it.</summary>
    public required string Source { get; init; }

    public DateOnly Day => DateOnly.FromDateTime(Time.UtcDateTime);
}

/// <summary>How exactly a price knows its time.</summary>
public enum PriceKind
{
    /// <summary>The last price of a UTC day.</summary>
    DailyClose,

    /// <summary>A price of a UTC day, the hour not stated.</summary>
    Daily,

    /// <summary>A price at a moment.</summary>
    Spot,
}

/// <summary>Sources that differ on one price: all of them stand, and the value becomes an interval.</summary>
/// <param name="Prices">In the order of the files; the first one is used.</param>
public sealed record PriceConflict(IReadOnlyList<Price> Prices);
