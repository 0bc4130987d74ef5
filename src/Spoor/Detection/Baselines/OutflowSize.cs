using Spoor.Valuation;

namespace Spoor.Detection.Baselines;

/// <summary>What an outflow is worth, on the scale of the statistics; amounts that are shown never come from here.</summary>
internal readonly struct OutflowSize
{
    public OutflowSize(UsdValue? worth)
    {
        IsPriced = worth is not null;
        Dollars = worth is { } usd ? Logarithm.DollarsOf(usd) : 0;
        Decades = Logarithm.OfDollars(Dollars);
    }

    public bool IsPriced { get; }

    public double Dollars { get; }

    public double Decades { get; }
}
