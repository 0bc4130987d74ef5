namespace Spoor.Valuation;

/// <summary>All that was said of one price at one time.</summary>
/// <param name="First">The one of the file named first, which is used.</param>
/// <param name="Low">The least that any source says.</param>
/// <param name="Repeated">How often the same figure was told again.</param>
internal sealed record PricePoint(Price First, decimal Low, decimal High, PriceConflict? Conflict, int Repeated)
{
    /// <summary>When it was the price: a day's price stands at the day's end.</summary>
    public DateTimeOffset Moment => First.Kind == PriceKind.Spot ? First.Time : First.Time.AddDays(1);

    /// <summary>The points of one subject in order of time.</summary>
    public static List<PricePoint> Of(IEnumerable<Price> prices) =>
    [
        .. prices.GroupBy(price => (IsDaily: price.Kind != PriceKind.Spot, price.Time))
            .OrderBy(group => group.Key.Time).ThenBy(group => group.Key.IsDaily)
            .Select(group => Merge([.. group])),
    ];

    private static PricePoint Merge(IReadOnlyList<Price> told)
    {
        IReadOnlyList<Price> distinct = [.. told.DistinctBy(price => price.Usd)];
        return new(
            told[0],
            distinct.Min(price => price.Usd),
            distinct.Max(price => price.Usd),
            distinct.Count > 1 ? new(distinct) : null,
            told.Count - distinct.Count);
    }
}
