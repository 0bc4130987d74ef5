using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>What each rule says of the same theft: where its value ended, and how much of that the choice of rule decides.</summary>
/// <remarks>
/// A court can be shown a figure that every rule gives, or the range; a destination that only some rules reach is a
/// consequence of the rule, not of the data. Rules that do not conserve value (poison) are listed but do not widen the
/// range: they count the same unit in several places.
/// </remarks>
public sealed record RuleComparison
{
    private RuleComparison(IReadOnlyList<Trace> traces, IReadOnlyList<ComparedDestination> destinations)
    {
        Traces = traces;
        Destinations = destinations;
    }

    /// <summary>One per rule, in the order given.</summary>
    public IReadOnlyList<Trace> Traces { get; }

    /// <summary>By asset, then by the largest amount any conserving rule gives, largest first.</summary>
    public IReadOnlyList<ComparedDestination> Destinations { get; }

    /// <exception cref="ArgumentException">No trace, or two of the same rule.</exception>
    public static RuleComparison Of(IReadOnlyList<Trace> traces)
    {
        if (traces.Count == 0 || traces.DistinctBy(trace => trace.Request.Rule.Name).Count() < traces.Count)
        {
            throw new ArgumentException(
                $"Expected one trace for each rule, found {traces.Count}: {string.Join(", ", traces.Select(trace => trace.Request.Rule.Name))}.",
                nameof(traces));
        }

        var ends = traces
            .SelectMany((trace, rule) => trace.Holdings.Select(holding => (holding, rule)))
            .GroupBy(end => (end.holding.Asset, end.holding.Address))
            .Select(group => DestinationOf(traces, [.. group]))
            .Where(destination => destination.Amounts.Any(amount => !amount.IsZero));
        return new(traces,
        [
            .. ends.OrderBy(end => end.Asset)
                .ThenByDescending(end => end.Most)
                .ThenByDescending(end => end.Least)
                .ThenBy(end => end.Address, Comparer<Address?>.Create(Nullable.Compare)),
        ]);
    }

    private static ComparedDestination DestinationOf(IReadOnlyList<Trace> traces, List<(TracedHolding Holding, int Rule)> found)
    {
        var amounts = new Amount[traces.Count];
        found.ForEach(end => amounts[end.Rule] = end.Holding.Held + end.Holding.Stopped);
        List<Amount> conserved = [.. amounts.Where((_, rule) => traces[rule].Request.Rule.Conserves)];
        var first = found[0].Holding;
        return new()
        {
            Asset = first.Asset,
            Address = first.Address,
            Stop = found.Select(end => end.Holding.Stop).FirstOrDefault(stop => stop is not null),
            Amounts = amounts,
            Least = conserved.Count == 0 ? Amount.Zero : conserved.Min(),
            Most = conserved.Count == 0 ? Amount.Zero : conserved.Max(),
        };
    }
}

/// <summary>An address where stolen value rests or where the trace stopped, under each rule.</summary>
public sealed record ComparedDestination
{
    public required AssetId Asset { get; init; }

    public required Address? Address { get; init; }

    /// <summary>Why the first rule that stops here does; null where value rests.</summary>
    public required TraceStop? Stop { get; init; }

    /// <summary>What each rule gives, in the order of the rules; zero where a rule does not get here.</summary>
    public required IReadOnlyList<Amount> Amounts { get; init; }

    /// <summary>The least that a conserving rule gives.</summary>
    public required Amount Least { get; init; }

    /// <summary>The most that a conserving rule gives.</summary>
    public required Amount Most { get; init; }

    public RuleDependence Dependence =>
        Least == Most && !Most.IsZero ? RuleDependence.None
        : Least.IsZero ? RuleDependence.Whole
        : RuleDependence.Amount;
}

/// <summary>How far a conclusion hangs on the choice of rule.</summary>
public enum RuleDependence
{
    /// <summary>Every rule gives the same amount.</summary>
    None,

    /// <summary>Every rule gets here, with different amounts.</summary>
    Amount,

    /// <summary>Some rules do not get here at all.</summary>
    Whole,
}
