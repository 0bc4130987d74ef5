using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>A box of the figure: the victim, an address, or several that are folded into one.</summary>
public sealed record FlowNode
{
    /// <summary>In order; none at the victim.</summary>
    public required IReadOnlyList<FlowPlace> Places { get; init; }

    /// <summary>When value first came here.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>What came in, each unit as often as it came.</summary>
    public Amount Received { get; init; }

    /// <summary>What had not been paid out by the end of the data.</summary>
    public Amount Held { get; init; }

    /// <summary>What came here and of which the data do not go on.</summary>
    public Amount Unseen { get; init; }

    /// <summary>What was not followed beyond here, by reason and label, largest first.</summary>
    public IReadOnlyList<(TraceStop Stop, Amount Amount)> Stops { get; init; } = [];

    /// <summary>What was exchanged here: <c>ETH for DAI</c>, each once.</summary>
    public IReadOnlyList<string> Swaps { get; init; } = [];

    public bool IsVictim => Places.Count == 0;

    public bool IsFolded => Places.Count > 1;

    public Amount Rest => Stops.Aggregate(Held + Unseen, (sum, stop) => sum + stop.Amount);

    /// <summary>Several as one.</summary>
    internal static FlowNode Together(IReadOnlyList<FlowNode> nodes) => nodes is [var one] ? one : new()
    {
        Places = [.. nodes.SelectMany(node => node.Places).Order()],
        First = nodes.Min(node => node.First),
        Received = Sum(nodes.Select(node => node.Received)),
        Held = Sum(nodes.Select(node => node.Held)),
        Unseen = Sum(nodes.Select(node => node.Unseen)),
        Stops = [.. nodes.SelectMany(node => node.Stops).GroupBy(stop => stop.Stop with { Why = null }).Select(group => (group.Key, Sum(group.Select(stop => stop.Amount)))).OrderByDescending(stop => stop.Item2).ThenBy(stop => stop.Key.ToString(), StringComparer.Ordinal)],
        Swaps = [.. nodes.SelectMany(node => node.Swaps).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}

/// <summary>What went from one box to another, all together.</summary>
public sealed record FlowEdge(int From, int To, Amount Amount, bool IsCrossing);
