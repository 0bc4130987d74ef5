using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>From where to where the gross loss can lie, and what makes it so wide; see <c>docs/methods/loss-interval.md</c>.</summary>
public sealed record LossInterval
{
    /// <summary>The stolen rows at their prices: the figure itself.</summary>
    public required UsdValue Mark { get; init; }

    /// <summary>What the prices around the time of each row take away at most.</summary>
    public required UsdValue PriceDown { get; init; }

    /// <summary>What the prices around the time of each row add at most.</summary>
    public required UsdValue PriceUp { get; init; }

    /// <summary>Rows of which it is not known whether they are theft, at their highest price.</summary>
    public required UsdValue Suspect { get; init; }

    /// <summary>What others say of rows that have no value of ours.</summary>
    public required UsdValue Stated { get; init; }

    /// <summary>Rows of which nobody says what they were worth: above <see cref="High"/> there is then no bound.</summary>
    public required int Open { get; init; }

    public UsdValue Low => Mark - PriceDown;

    public UsdValue High => Mark + PriceUp + Suspect + Stated;

    public static LossInterval Of(ValuedEstimate estimate)
    {
        var stolen = estimate.Rows.Where(row => row.Row.Class == LossClass.Theft).ToList();
        var valued = stolen.Where(row => row.Usd is not null).ToList();
        // A stale row has bounds and no value: what it can be worth lies between nothing counted and its upper bound.
        var bounded = stolen.Where(row => row.Usd is null && row.High is not null).ToList();
        var suspected = estimate.Rows.Where(row => row.Row.Class == LossClass.Suspect && row.High is not null);
        var told = estimate.Unpriced.Where(row => row.High is null).ToList();
        return new()
        {
            Mark = UsdValue.Sum(valued.Select(row => row.Usd!.Value)),
            PriceDown = UsdValue.Sum(valued.Select(row => row.Usd!.Value - row.Low!.Value)),
            PriceUp = UsdValue.Sum(valued.Select(row => row.High!.Value - row.Usd!.Value).Concat(bounded.Select(row => row.High!.Value))),
            Suspect = UsdValue.Sum(suspected.Select(row => row.High!.Value)),
            Stated = UsdValue.Sum(told.Where(row => row.Row.StatedUsd is not null).Select(row => UsdValue.OfDollars(row.Row.StatedUsd!.Value))),
            Open = told.Count(row => row.Row.StatedUsd is null),
        };
    }
}
