using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>Where the value of all thefts of one asset went: boxes and what went between them; the victim is the first box.</summary>
/// <param name="Nodes">In order of time, the victim first.</param>
/// <param name="Edges">By their ends; each pair of ends once.</param>
public sealed record FlowGraph(AssetId Asset, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges)
{
    /// <summary>What was stolen of the asset.</summary>
    public Amount Stolen { get; init; } = Edges.Where(edge => edge.From == 0).Aggregate(Amount.Zero, (sum, edge) => sum + edge.Amount);

    public static FlowGraph Of(Trace trace, Whereabouts? whereabouts, AssetId asset, CoinText coins)
    {
        var thefts = trace.Thefts.Where(theft => theft.Asset == asset).ToList();
        var numbers = thefts.Select(theft => theft.Number).ToHashSet();
        var moves = thefts.SelectMany(theft => Flow.Of(trace, theft)).ToList();
        var places = PlacesOf(trace, UnseenOf(whereabouts), numbers, coins);
        var firsts = trace.Holdings.GroupBy(holding => new FlowPlace(holding.Asset.Chain, holding.Address)).ToDictionary(group => group.Key, group => group.Min(holding => holding.First));
        var met = moves.SelectMany(move => new[] { (Place: move.From, move.First), (Place: move.To, move.First) })
            .Concat(thefts.Select(theft => (Place: new FlowPlace(asset.Chain, theft.Address), First: DateTimeOffset.MaxValue)));
        foreach (var group in met.GroupBy(one => one.Place, one => one.First).Where(group => !places.ContainsKey(group.Key)))
        {
            places[group.Key] = new() { Places = [group.Key], First = firsts.TryGetValue(group.Key, out var first) ? first : group.Min() };
        }

        var hops = trace.Holdings.GroupBy(holding => new FlowPlace(holding.Asset.Chain, holding.Address)).ToDictionary(group => group.Key, group => group.Min(holding => holding.Hop));
        var victim = new FlowNode { Places = [], First = DateTimeOffset.MinValue };
        List<FlowNode> nodes = [victim, .. places.Values.OrderBy(node => node.First).ThenBy(node => hops.GetValueOrDefault(node.Places[0], int.MaxValue)).ThenBy(node => node.Places[0])];
        var index = nodes.Skip(1).Select((node, i) => (node.Places[0], i + 1)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var edges = thefts.Select(theft => new FlowEdge(0, index[new(asset.Chain, theft.Address)], theft.Amount, false))
            .Concat(moves.Select(move => new FlowEdge(index[move.From], index[move.To], move.Amount, move.Kind != FlowKind.Payment)));
        return Joined(asset, nodes, edges);
    }

    /// <summary>Each pair of ends once, nothing from a box to itself, and what each box received from the others.</summary>
    internal static FlowGraph Joined(AssetId asset, IReadOnlyList<FlowNode> nodes, IEnumerable<FlowEdge> edges)
    {
        List<FlowEdge> joined =
        [
            .. edges.Where(edge => edge.From != edge.To && !edge.Amount.IsZero)
                .GroupBy(edge => (edge.From, edge.To))
                .OrderBy(group => group.Key)
                .Select(group => new FlowEdge(group.Key.From, group.Key.To, group.Aggregate(Amount.Zero, (sum, edge) => sum + edge.Amount), group.All(edge => edge.IsCrossing))),
        ];
        var received = joined.ToLookup(edge => edge.To, edge => edge.Amount);
        return new(asset, [.. nodes.Select((node, i) => node with { Received = received[i].Aggregate(Amount.Zero, (sum, amount) => sum + amount) })], joined);
    }

    private static Dictionary<FlowPlace, FlowNode> PlacesOf(Trace trace, HashSet<FlowPlace> unseen, HashSet<int> thefts, CoinText coins)
    {
        var swaps = trace.Conversions.Where(traced => thefts.Contains(traced.Theft) && traced.Crossing is null)
            .ToLookup(traced => new FlowPlace(traced.Conversion.First.Chain, traced.Conversion.Address), traced => SwapText(traced.Conversion, coins));
        return trace.Holdings
            .GroupBy(holding => new FlowPlace(holding.Asset.Chain, holding.Address))
            .Select(group => NodeOf(group, unseen.Contains(group.Key), thefts, swaps[group.Key]))
            .OfType<FlowNode>()
            .ToDictionary(node => node.Places[0]);
    }

    private static HashSet<FlowPlace> UnseenOf(Whereabouts? whereabouts) =>
        [.. (whereabouts?.Places ?? []).Where(place => place.Class == TerminalClass.DataEnd).Select(place => new FlowPlace(place.Chain, place.Address))];

    // Null where nothing of these thefts rests: whether value passed is told by what moved.
    private static FlowNode? NodeOf(IGrouping<FlowPlace, TracedHolding> group, bool isUnseen, HashSet<int> thefts, IEnumerable<string> swaps)
    {
        var rests = group.SelectMany(holding => holding.Rests.Where(rest => thefts.Contains(rest.Key)).Select(rest => (holding.Stop, rest.Value))).Where(rest => !rest.Value.IsZero).ToList();
        var held = rests.Where(rest => rest.Stop is null).Aggregate(Amount.Zero, (sum, rest) => sum + rest.Value);
        return rests.Count == 0 && !swaps.Any() ? null : new()
        {
            Places = [group.Key],
            First = group.Min(holding => holding.First),
            Held = isUnseen ? Amount.Zero : held,
            Unseen = isUnseen ? held : Amount.Zero,
            Stops = [.. rests.Where(rest => rest.Stop is not null).GroupBy(rest => rest.Stop!).Select(same => (same.Key, same.Aggregate(Amount.Zero, (sum, rest) => sum + rest.Value)))],
            Swaps = [.. swaps.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static string SwapText(Tracing.Swaps.Conversion conversion, CoinText coins) =>
        $"{string.Join(" + ", conversion.Given.Select(side => coins.ShortNameOf(side.Asset)))} for {string.Join(" + ", conversion.Received.Select(side => coins.ShortNameOf(side.Asset)))}";
}
