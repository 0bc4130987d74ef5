using Spoor.Valuation;

namespace Spoor.Detection.Baselines;

/// <summary>What an outflow is worth, on the scale of the statistics; amounts that are shown never come from here.</summary>
internal readonly struct OutflowSize
{
    private const int LevelsOfDecade = 20;

    public OutflowSize(UsdValue? worth)
    {
        IsPriced = worth is not null;
        Dollars = worth is { } usd ? Logarithm.DollarsOf(usd) : 0;
        Decades = Logarithm.OfDollars(Dollars);
    }

    public bool IsPriced { get; }

    public double Dollars { get; }

    public double Decades { get; }

    /// <summary>Twentieths of a decade of dollars, so that a size fits into a byte.</summary>
    public byte Level => IsPriced ? (byte)Math.Clamp(Math.Floor(LevelsOfDecade * Decades), 0, byte.MaxValue) : (byte)0;

    /// <summary>The dollars that a level stands for.</summary>
    public static long DollarsOf(byte level) => level == 0 ? 0 : Logarithm.DollarsOfMillionths(level * (1_000_000 / LevelsOfDecade));
}
