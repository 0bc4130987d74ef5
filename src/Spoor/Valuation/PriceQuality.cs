namespace Spoor.Valuation;

/// <summary>How near in time a price is to what it values; see <c>docs/methods/prices.md</c>.</summary>
public enum PriceQuality
{
    /// <summary>Within a minute.</summary>
    A,

    /// <summary>Within an hour.</summary>
    B,

    /// <summary>Of the same UTC day.</summary>
    C,

    /// <summary>Stale: of another day, not too far away.</summary>
    D,

    /// <summary>Unpriced: reported as such, never as zero.</summary>
    U,
}
