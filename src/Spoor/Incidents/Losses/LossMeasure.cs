using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>A column of a loss table.</summary>
public enum LossMeasure
{
    /// <summary>All that was stolen.</summary>
    Gross,

    /// <summary>Gross without what came back.</summary>
    Net,

    /// <summary>What the victim brought to safety; never part of gross.</summary>
    Rescued,

    /// <summary>Part of gross that is held fast; not taken off net until it is given back.</summary>
    Frozen,

    /// <summary>Part of gross that an authority took; not taken off net until it is given back.</summary>
    Seized,

    /// <summary>Part of gross that came back.</summary>
    Returned,
}

/// <summary>How a class counts in a measure.</summary>
public static class LossMeasures
{
    public static IReadOnlyList<LossMeasure> All { get; } = Enum.GetValues<LossMeasure>();

    /// <summary>1 where it adds, −1 where it takes away, 0 where it does not count.</summary>
    public static int SignOf(this LossMeasure measure, LossClass one) => (measure, one) switch
    {
        (LossMeasure.Gross or LossMeasure.Net, LossClass.Theft) => 1,
        (LossMeasure.Net, LossClass.Returned) => -1,
        (LossMeasure.Rescued, LossClass.InternalRescue) => 1,
        (LossMeasure.Frozen, LossClass.Frozen) => 1,
        (LossMeasure.Seized, LossClass.Seized) => 1,
        (LossMeasure.Returned, LossClass.Returned) => 1,
        _ => 0,
    };

    /// <summary>The sum of a measure over rows; null where what it is a sum of has no value, which is not zero.</summary>
    /// <remarks>What came back does not give a value to a net whose theft has none.</remarks>
    public static UsdValue? KnownIn(this LossMeasure measure, IReadOnlyList<ValuedRow> rows) =>
        rows.Any(row => row.Usd is not null && measure.SignOf(row.Row.Class) > 0) ? UsdValue.Sum(rows.Select(row => row.In(measure))) : null;
}
