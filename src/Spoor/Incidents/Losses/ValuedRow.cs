using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>A row with the price found for it.</summary>
public sealed record ValuedRow(LossRow Row, PriceQuote Quote)
{
    /// <summary>Amount × price; null where either is not known, which is not zero.</summary>
    public UsdValue? Usd => Row.Amount is { } amount && Quote.Price is { } price ? UsdValue.Of(amount, price.Usd) : null;

    /// <summary>The least it can be worth by the prices around its time; null where nothing is known.</summary>
    public UsdValue? Low => Row.Amount is { } amount && Quote.Low is { } low ? UsdValue.Of(amount, low) : null;

    public UsdValue? High => Row.Amount is { } amount && Quote.High is { } high ? UsdValue.Of(amount, high) : null;

    /// <summary>How good the value is: a row without an amount has none, whatever the price.</summary>
    public PriceQuality Quality => Row.Amount is null ? PriceQuality.U : Quote.Quality;

    /// <summary>Why there is no value; empty where there is one.</summary>
    public string Missing => Row.Amount is null ? "its amount was not published" : Quote.Missing;

    /// <summary>What the row adds to a measure; a row without a value adds nothing and is listed apart.</summary>
    public UsdValue In(LossMeasure measure) => measure.SignOf(Row.Class) switch
    {
        1 => Usd ?? UsdValue.Zero,
        -1 => -(Usd ?? UsdValue.Zero),
        _ => UsdValue.Zero,
    };
}
