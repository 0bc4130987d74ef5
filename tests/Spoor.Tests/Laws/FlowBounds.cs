using System.Numerics;

namespace Spoor.Tests.Laws;

/// <summary>What a destination can have got of a theft at least and at most: maximum flow over the history unrolled in time.</summary>
/// <remarks>An oracle for tests: small numbers, plain augmenting paths. A node is a person at a step; value waits or is paid on.</remarks>
internal sealed class FlowBounds
{
    private readonly Dictionary<(int From, int To), BigInteger> _capacity = [];
    private readonly Dictionary<int, HashSet<int>> _neighbours = [];

    public static (BigInteger Lower, BigInteger Upper) Of(Payment[] payments, int theft, string destination)
    {
        var stolen = (BigInteger)payments[theft].Amount;
        var to = Unroll(payments, theft, name => name == destination);
        var elsewhere = Unroll(payments, theft, name => name != destination);
        return (BigInteger.Max(0, stolen - elsewhere), to);
    }

    private static BigInteger Unroll(Payment[] payments, int theft, Func<string, bool> isSink)
    {
        List<string> people = [.. payments.SelectMany(payment => new[] { payment.From, payment.To ?? "fees" }).Distinct().Order(StringComparer.Ordinal)];
        var balance = people.ToDictionary(name => name, _ => BigInteger.Zero);
        var graph = new FlowBounds();
        int Node(string name, int step) => 2 + (step * people.Count) + people.IndexOf(name);
        for (int step = 0; step < payments.Length; step++)
        {
            var (from, recipient, amount) = payments[step];
            string to = recipient ?? "fees";
            if (from != to)
            {
                balance[from] = BigInteger.Max(0, balance[from] - amount);
                balance[to] += amount;
                graph.Add(step == theft ? 0 : Node(from, step), Node(to, step + 1), amount);
            }

            // What stays can be no more than what was left after the payment.
            people.ForEach(name => graph.Add(Node(name, step), Node(name, step + 1), balance[name] - (name == to && from != to ? amount : 0)));
        }

        people.Where(isSink).ToList().ForEach(name => graph.Add(Node(name, payments.Length), 1, balance[name]));
        return graph.MaximumFlow();
    }

    private void Add(int from, int to, BigInteger capacity)
    {
        _capacity[(from, to)] = _capacity.GetValueOrDefault((from, to)) + capacity;
        _capacity.TryAdd((to, from), 0);
        Neighbours(from).Add(to);
        Neighbours(to).Add(from);
    }

    private HashSet<int> Neighbours(int node)
    {
        if (!_neighbours.TryGetValue(node, out var neighbours))
        {
            _neighbours[node] = neighbours = [];
        }

        return neighbours;
    }

    private BigInteger MaximumFlow()
    {
        var flow = BigInteger.Zero;
        while (PathToSink() is { } path)
        {
            var least = path.Min(edge => _capacity[edge]);
            foreach (var (from, to) in path)
            {
                _capacity[(from, to)] -= least;
                _capacity[(to, from)] += least;
            }

            flow += least;
        }

        return flow;
    }

    private List<(int From, int To)>? PathToSink()
    {
        var cameFrom = new Dictionary<int, int> { [0] = 0 };
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out int node) && !cameFrom.ContainsKey(1))
        {
            foreach (int next in Neighbours(node).Where(next => _capacity[(node, next)] > 0 && cameFrom.TryAdd(next, node)))
            {
                queue.Enqueue(next);
            }
        }

        if (!cameFrom.ContainsKey(1))
        {
            return null;
        }

        var path = new List<(int, int)>();
        for (int node = 1; node != 0; node = cameFrom[node])
        {
            path.Add((cameFrom[node], node));
        }

        return path;
    }
}
