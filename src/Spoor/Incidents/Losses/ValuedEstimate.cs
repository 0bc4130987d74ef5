using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>An estimate in dollars, each row by the price nearest to its time.</summary>
public sealed record ValuedEstimate(LossEstimate Estimate, IReadOnlyList<ValuedRow> Rows)
{
    /// <summary>Rows that count as stolen and have no value: they are missing from every total.</summary>
    public IReadOnlyList<ValuedRow> Unpriced => [.. Rows.Where(row => row.Usd is null && row.Row.Class is (LossClass.Theft or LossClass.Suspect))];

    public static ValuedEstimate Of(LossEstimate estimate, PriceBook prices) => new(
        estimate,
        [
            .. estimate.Rows.Select(row => new ValuedRow(
                row, prices.Quote(row.Asset, new(row.Time.Start, row.Time.IsDay), estimate.PricesKnownBy))),
        ]);

    public UsdValue Total(LossMeasure measure) => UsdValue.Sum(Rows.Select(row => row.In(measure)));

    /// <summary>Null where nothing that the measure sums up has a value.</summary>
    public UsdValue? Known(LossMeasure measure) => measure.KnownIn(Rows);

    /// <summary>By chain and asset, in that order.</summary>
    public IReadOnlyList<LossLine> Lines =>
    [
        .. Rows.GroupBy(row => row.Row.Asset).OrderBy(group => group.Key).Select(group => new LossLine(group.Key, [.. group])),
    ];

    public LossCoverage Coverage => LossCoverage.Of(this);
}
