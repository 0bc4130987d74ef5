namespace Spoor.Transfers;

/// <summary>A topological order in which a cycle counts as one node; ties go to the lower number.</summary>
/// <remarks>
/// Cycles are strongly connected components (Tarjan 1972, written without recursion because a block can hold a chain of
/// ten thousand transfers). Components are then taken in topological order, of those that are ready the one with the lowest
/// atom first, and the atoms of a component in the order of their numbers.
/// </remarks>
internal sealed class CyclesAsOne(List<List<int>> edges)
{
    private readonly int[] _component = Filled(edges.Count, -1);
    private readonly int[] _found = Filled(edges.Count, -1);
    private readonly int[] _lowest = new int[edges.Count];
    private readonly int[] _nextEdge = new int[edges.Count];
    private readonly Stack<int> _open = new();
    private int _components;
    private int _clock;

    /// <summary>The numbers below <paramref name="atoms"/> in order; the nodes from there on only connect.</summary>
    public int[] Order(int atoms)
    {
        for (int node = 0; node < edges.Count; node++)
        {
            if (_found[node] < 0)
            {
                Explore(node);
            }
        }

        return Release(atoms);
    }

    private void Explore(int root)
    {
        var path = new Stack<int>();
        Enter(root, path);
        while (path.TryPeek(out int node))
        {
            if (_nextEdge[node] == edges[node].Count)
            {
                path.Pop();
                Leave(node, path);
                continue;
            }

            int next = edges[node][_nextEdge[node]++];
            if (_found[next] < 0)
            {
                Enter(next, path);
            }
            else if (_component[next] < 0)
            {
                _lowest[node] = Math.Min(_lowest[node], _found[next]);
            }
        }
    }

    private void Enter(int node, Stack<int> path)
    {
        _found[node] = _lowest[node] = _clock++;
        _open.Push(node);
        path.Push(node);
    }

    private void Leave(int node, Stack<int> path)
    {
        if (path.TryPeek(out int parent))
        {
            _lowest[parent] = Math.Min(_lowest[parent], _lowest[node]);
        }

        if (_lowest[node] != _found[node])
        {
            return;
        }

        int member;
        do
        {
            member = _open.Pop();
            _component[member] = _components;
        }
        while (member != node);
        _components++;
    }

    private int[] Release(int atoms)
    {
        var members = Enumerable.Range(0, edges.Count).ToLookup(node => _component[node]);
        int[] waitsFor = new int[_components];
        foreach (int node in Enumerable.Range(0, edges.Count))
        {
            foreach (int next in edges[node].Where(next => _component[next] != _component[node]))
            {
                waitsFor[_component[next]]++;
            }
        }

        // A component that is only a holding moves nothing and goes at once: priority -1.
        var ready = new PriorityQueue<int, int>();
        var order = new List<int>(atoms);
        Offer(Enumerable.Range(0, _components));
        while (ready.TryDequeue(out int component, out _))
        {
            order.AddRange(members[component].Where(node => node < atoms));
            var freed = members[component].SelectMany(node => edges[node])
                .Where(next => _component[next] != component && --waitsFor[_component[next]] == 0)
                .Select(next => _component[next]);
            Offer(freed.ToList());
        }

        return [.. order];

        void Offer(IEnumerable<int> components)
        {
            foreach (int component in components.Where(component => waitsFor[component] == 0))
            {
                int first = members[component].First();
                ready.Enqueue(component, first < atoms ? first : -1);
            }
        }
    }

    private static int[] Filled(int length, int value)
    {
        int[] numbers = new int[length];
        Array.Fill(numbers, value);
        return numbers;
    }
}
