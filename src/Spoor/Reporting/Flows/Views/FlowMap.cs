using System.Collections.Concurrent;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>The whole way of one stolen asset under one rule: the graph before anything is folded, and the movements behind it.</summary>
public sealed class FlowMap
{
    private readonly Dictionary<FlowPlace, int> _numbers;
    private readonly ILookup<FlowPlace, FlowMove> _leaving;
    private readonly ILookup<int, FlowEdge> _out;
    private readonly ILookup<int, FlowEdge> _in;
    private readonly ConcurrentDictionary<FlowNode, IReadOnlyList<string>> _lines = [];

    /// <param name="whereabouts">Of this trace: tells where the data end; null where nobody asked.</param>
    public FlowMap(Trace trace, Whereabouts? whereabouts, AssetId asset, FlowCaptions captions, FlowWorth worth)
    {
        (Trace, Captions, Worth) = (trace, captions, worth);
        Graph = FlowGraph.Of(trace, whereabouts, asset, captions.Coins);
        _numbers = Graph.Nodes.Skip(1).Select((node, i) => (node.Places[0], i + 1)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        _leaving = trace.Thefts.Where(theft => theft.Asset == asset).SelectMany(theft => FlowMove.Of(trace, theft)).ToLookup(move => move.From);
        (_out, _in) = (Graph.Edges.ToLookup(edge => edge.From), Graph.Edges.ToLookup(edge => edge.To));
        Ranking = FlowRanking.Of(Graph);
        Book = FlowBook.Of(trace, asset);
    }

    public Trace Trace { get; }

    public FlowGraph Graph { get; }

    public FlowCaptions Captions { get; }

    public FlowWorth Worth { get; }

    public FlowBook Book { get; }

    internal FlowRanking Ranking { get; }

    /// <summary>The stolen assets, those with most movements first.</summary>
    public static IReadOnlyList<AssetId> AssetsOf(Trace trace, CoinText coins)
    {
        var moved = trace.Transfers.ToLookup(traced => traced.Theft);
        return
        [
            .. trace.Thefts.Where(theft => !theft.Amount.IsZero).GroupBy(theft => theft.Asset)
                .OrderByDescending(group => coins.Knows(group.Key))
                .ThenByDescending(group => group.Sum(theft => moved[theft.Number].Count()))
                .ThenBy(group => group.Key)
                .Select(group => group.Key),
        ];
    }

    /// <summary>The box of a place; null where value does not come to it.</summary>
    public int? NumberOf(FlowPlace place) => _numbers.TryGetValue(place, out int number) ? number : null;

    /// <summary>The boxes of those places that value comes to.</summary>
    public HashSet<int> NumbersOf(IEnumerable<FlowPlace> places) => [.. places.Select(NumberOf).OfType<int>()];

    /// <summary>Whom places paid or were paid by, those with most value first.</summary>
    public IReadOnlyList<FlowPlace> Beside(IEnumerable<FlowPlace> places)
    {
        var own = NumbersOf(places);
        return
        [
            .. own.SelectMany(node => _out[node].Select(edge => (Node: edge.To, edge.Amount)).Concat(_in[node].Select(edge => (Node: edge.From, edge.Amount))))
                .Where(one => one.Node != 0 && !own.Contains(one.Node))
                .OrderByDescending(one => one.Amount).ThenBy(one => one.Node)
                .Select(one => Graph.Nodes[one.Node].Places[0]).Distinct(),
        ];
    }

    /// <summary>What stands in a box of a graph that was made of this; the same words are measured once.</summary>
    /// <param name="numbers">Of the boxes of that graph, here.</param>
    internal IReadOnlyList<string> LinesOf(FlowGraph graph, int node, IReadOnlyList<FlowEdge> returns, IReadOnlyList<int> numbers) => returns.Count > 0 || graph.Nodes[node].Places.Count != 1
        ? Captions.LinesOf(graph, node, returns, numbers)
        : _lines.GetOrAdd(graph.Nodes[node], _ => Captions.LinesOf(graph, node, returns, numbers));

    /// <summary>What value reaches only through some boxes.</summary>
    public HashSet<int> Behind(IReadOnlySet<int> boxes)
    {
        HashSet<int> behind = [];
        foreach (int box in boxes)
        {
            var without = ReachedWithout(box);
            behind.UnionWith(ReachedFrom(box).Where(node => node != box && !without.Contains(node)));
        }

        return behind;
    }

    /// <summary>The movements from some places to others, in order of time; from the victim where the first are none.</summary>
    public IReadOnlyList<FlowMove> Between(IReadOnlyList<FlowPlace> from, IReadOnlyList<FlowPlace> to)
    {
        var ends = to.ToHashSet();
        var moves = from.Count == 0 ? Thefts() : from.SelectMany(place => _leaving[place]);
        return [.. moves.Where(move => ends.Contains(move.To)).OrderBy(move => move.Time).ThenBy(move => move.Chain).ThenBy(move => move.Tx.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Places whose address, label or transaction holds a text, those with most value first.</summary>
    public IReadOnlyList<FlowPlace> Find(string text, int most) =>
    [
        .. Graph.Nodes.Skip(1)
            .Where(node => Holds(node.Places[0].ToString(), text) || Holds(Captions.NameOf(node.Places[0]), text) || _leaving[node.Places[0]].Any(move => Holds(move.Tx.ToString(), text)))
            .OrderByDescending(node => node.Received).ThenBy(node => node.Places[0])
            .Take(most).Select(node => node.Places[0]),
    ];

    private static bool Holds(string one, string text) => one.Contains(text, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<FlowMove> Thefts()
    {
        var thefts = Trace.Thefts.Where(theft => theft.Asset == Graph.Asset).Select(theft => theft.Number).ToHashSet();
        return Trace.Transfers.Where(traced => thefts.Contains(traced.Theft) && !traced.Claimed.IsZero).Select(traced => new FlowMove
        {
            From = new(traced.Transfer.Chain, traced.Transfer.From),
            To = new(traced.Transfer.Chain, traced.Transfer.To),
            Kind = FlowKind.Payment,
            Amount = traced.Claimed,
            Chain = traced.Transfer.Chain,
            Tx = traced.Transfer.Tx,
            Time = traced.Transfer.Time,
            Paid = [new(traced.Transfer.Asset, traced.Claimed)],
        });
    }

    private HashSet<int> ReachedWithout(int box) => Reached(0, box);

    private HashSet<int> ReachedFrom(int box) => Reached(box, null);

    private HashSet<int> Reached(int start, int? without)
    {
        HashSet<int> reached = [start];
        var next = new Queue<int>([start]);
        while (next.TryDequeue(out int node))
        {
            foreach (var edge in _out[node].Where(edge => edge.To != without && reached.Add(edge.To)))
            {
                next.Enqueue(edge.To);
            }
        }

        return reached;
    }
}
