namespace Spoor.Valuation;

/// <summary>Prices by what they are of, and the one that is nearest to a time.</summary>
/// <remarks>Prices are never interpolated, and never taken from further away than <see cref="StaleDays"/>.</remarks>
public sealed class PriceBook
{
    /// <summary>How many days away a price may be and still be used, as quality D.</summary>
    public const int StaleDays = 3;

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly Dictionary<string, List<PricePoint>> _points;
    private readonly PriceSymbols _symbols;

    /// <param name="prices">In order of preference: of two that differ for one time the first is used, and the other is shown.</param>
    public PriceBook(IEnumerable<Price> prices, PriceSymbols symbols)
    {
        _symbols = symbols;
        _points = prices.GroupBy(price => price.Subject).ToDictionary(group => group.Key, PricePoint.Of);
    }

    public static PriceBook Empty { get; } = new([], PriceSymbols.Builtin);

    /// <summary>Where sources differ, by subject and time.</summary>
    public IReadOnlyList<PriceConflict> Conflicts =>
    [
        .. _points.OrderBy(of => of.Key, StringComparer.Ordinal).SelectMany(of => of.Value).Select(point => point.Conflict).OfType<PriceConflict>(),
    ];

    /// <summary>Time of the newest price; null without any.</summary>
    public DateTimeOffset? Newest => _points.Values.SelectMany(points => points).Max(point => (DateTimeOffset?)point.First.Time);

    /// <summary>How often a price was told again with the same figure.</summary>
    public int Duplicates => _points.Values.SelectMany(points => points).Sum(point => point.Repeated);

    /// <param name="knownBy">Only prices that were known by the end of this day; null for all.</param>
    public PriceQuote Quote(NamedAsset asset, ValuationTime at, DateOnly? knownBy = null)
    {
        var known = PointsOf(asset, out string missing).Where(point => knownBy is not { } day || point.First.Day <= day).ToList();
        if (known.Count == 0)
        {
            return new() { Quality = PriceQuality.U, Missing = missing.Length > 0 ? missing : $"no price of {asset} is at hand" };
        }

        return Near(known, at) ?? OfDay(known, at) ?? OfOtherDay(known, at) ?? TooFar(known, at);
    }

    private List<PricePoint> PointsOf(NamedAsset asset, out string missing)
    {
        missing = "";
        if (_points.TryGetValue(asset.ToString(), out var own))
        {
            return own;
        }

        var symbols = _symbols.Of(asset, out missing);
        missing = symbols.Count > 0 ? $"no price of {symbols[^1]} is at hand" : missing;
        return [.. symbols.Where(_points.ContainsKey).Take(1).SelectMany(symbol => _points[symbol])];
    }

    // A price at a moment is as exact as it is near, of two equally near the earlier: a thief's sale depresses what follows it.
    private static PriceQuote? Near(List<PricePoint> known, ValuationTime at)
    {
        var nearest = at.IsDay ? null : known.Where(point => point.First.Kind == PriceKind.Spot).MinBy(point => ((point.First.Time - at.At).Duration(), point.First.Time));
        var distance = nearest is null ? TimeSpan.MaxValue : (nearest.First.Time - at.At).Duration();
        return distance <= AnHour ? Quoted(distance <= AMinute ? PriceQuality.A : PriceQuality.B, nearest!, at, [nearest!]) : null;
    }

    // The close of the day before and of the day itself stand at the two ends of the day in which it happened.
    private static PriceQuote? OfDay(List<PricePoint> known, ValuationTime at)
    {
        var ofDay = known.Where(point => point.First.Day == at.Day).ToList();
        if (ofDay.Count == 0)
        {
            return null;
        }

        var chosen = ofDay.MinBy(point => (point.First.Kind, (point.First.Time - at.At).Duration(), point.First.Time))!;
        return Quoted(PriceQuality.C, chosen, at, [.. ofDay, .. Neighbour(known, at, isBefore: true)]);
    }

    private static PriceQuote? OfOtherDay(List<PricePoint> known, ValuationTime at)
    {
        PricePoint[] around = [.. Neighbour(known, at, isBefore: true), .. Neighbour(known, at, isBefore: false)];
        var chosen = around.MinBy(point => DaysAway(point, at));
        return chosen is null ? null : Quoted(PriceQuality.D, chosen, at, [.. known.Where(point => DaysAway(point, at) <= StaleDays)]);
    }

    private static PriceQuote TooFar(List<PricePoint> known, ValuationTime at)
    {
        var before = known.Where(point => point.First.Day < at.Day).MaxBy(point => point.Moment);
        var after = known.Where(point => point.First.Day > at.Day).MinBy(point => point.Moment);
        PricePoint[] around = [.. new[] { before, after }.OfType<PricePoint>()];
        int days = around.Min(point => DaysAway(point, at));
        return new()
        {
            Quality = PriceQuality.U,
            DaysAway = days,
            Low = around.Min(point => point.Low),
            High = around.Max(point => point.High),
            Missing = $"the nearest price is {days} days away, more than {StaleDays}",
        };
    }

    private static IEnumerable<PricePoint> Neighbour(List<PricePoint> known, ValuationTime at, bool isBefore)
    {
        var near = known.Where(point => DaysAway(point, at) <= StaleDays);
        var found = isBefore
            ? near.Where(point => point.First.Day < at.Day).MaxBy(point => point.Moment)
            : near.Where(point => point.First.Day > at.Day).MinBy(point => point.Moment);
        return found is null ? [] : [found];
    }

    private static PriceQuote Quoted(PriceQuality quality, PricePoint chosen, ValuationTime at, IReadOnlyList<PricePoint> around) => new()
    {
        Quality = quality,
        Price = chosen.First,
        DaysAway = DaysAway(chosen, at),
        Low = around.Min(point => point.Low),
        High = around.Max(point => point.High),
        Conflict = chosen.Conflict,
    };

    private static int DaysAway(PricePoint point, ValuationTime at) => Math.Abs(point.First.Day.DayNumber - at.Day.DayNumber);
}
