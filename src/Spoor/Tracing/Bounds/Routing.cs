namespace Spoor.Tracing.Bounds;

/// <summary>One way in which all supplies of a network reach its terminals, with the room that is left for others.</summary>
internal sealed class Routing
{
    // Arc 2i is arc i of the network, arc 2i + 1 the way back along it: its room is what flows.
    private readonly UInt128[] _room;
    private readonly int[] _head;
    private readonly int[] _starts;
    private readonly int[] _arcs;
    private readonly bool[] _terminal;

    private Routing(FlowNetwork network)
    {
        _room = new UInt128[network.Arcs.Count * 2];
        _head = new int[_room.Length];
        _arcs = new int[_room.Length];
        _starts = new int[network.NodeCount + 1];
        _terminal = [.. Enumerable.Range(0, network.NodeCount).Select(network.IsTerminal)];
        Lay(network);
    }

    public int NodeCount => _terminal.Length;

    /// <summary>Sends every supply forward, each node filling its ways out in order.</summary>
    /// <exception cref="InvalidOperationException">A node takes in more than can leave it: the network is not one of balanced books.</exception>
    public static Routing Of(FlowNetwork network)
    {
        var routing = new Routing(network);
        routing.SendForward(network);
        return routing;
    }

    public bool IsTerminal(int node) => _terminal[node];

    /// <summary>Arcs from a node, ways back included.</summary>
    public ReadOnlySpan<int> ArcsOf(int node) => _arcs.AsSpan(_starts[node].._starts[node + 1]);

    public int Head(int arc) => _head[arc];

    public UInt128 Room(int arc) => _room[arc];

    public static int Back(int arc) => arc ^ 1;

    public void Push(int arc, UInt128 units)
    {
        _room[arc] -= units;
        _room[Back(arc)] += units;
    }

    /// <summary>What ends at a terminal.</summary>
    public UInt128 At(int terminal)
    {
        var units = UInt128.Zero;
        foreach (int arc in ArcsOf(terminal))
        {
            units += _room[arc];
        }

        return units;
    }

    private void Lay(FlowNetwork network)
    {
        foreach (var (from, to, _) in network.Arcs)
        {
            _starts[from + 1]++;
            _starts[to + 1]++;
        }

        for (int node = 0; node < NodeCount; node++)
        {
            _starts[node + 1] += _starts[node];
        }

        int[] filled = _starts[..^1];
        for (int i = 0; i < network.Arcs.Count; i++)
        {
            var (from, to, room) = network.Arcs[i];
            _room[2 * i] = room;
            (_head[2 * i], _head[(2 * i) + 1]) = (to, from);
            _arcs[filled[from]++] = 2 * i;
            _arcs[filled[to]++] = (2 * i) + 1;
        }
    }

    // In topological order (Kahn 1962): a node is settled when all that can reach it has been.
    private void SendForward(FlowNetwork network)
    {
        int[] waitsFor = new int[NodeCount];
        var here = new UInt128[NodeCount];
        foreach (var (_, to, _) in network.Arcs)
        {
            waitsFor[to]++;
        }

        foreach (var (node, units) in network.Supplies)
        {
            here[node] += units;
        }

        var ready = new Queue<int>(Enumerable.Range(0, NodeCount).Where(node => waitsFor[node] == 0));
        while (ready.TryDequeue(out int node))
        {
            SendOn(node, here);
            foreach (int arc in ArcsOf(node))
            {
                if (IsForward(arc) && --waitsFor[_head[arc]] == 0)
                {
                    ready.Enqueue(_head[arc]);
                }
            }
        }
    }

    private void SendOn(int node, UInt128[] here)
    {
        foreach (int arc in ArcsOf(node))
        {
            if (IsForward(arc))
            {
                var sent = UInt128.Min(here[node], _room[arc]);
                Push(arc, sent);
                here[node] -= sent;
                here[_head[arc]] += sent;
            }
        }

        if (!_terminal[node] && here[node] > UInt128.Zero)
        {
            throw new InvalidOperationException($"Node {node} of a flow network takes in {here[node]} units more than can leave it.");
        }
    }

    private static bool IsForward(int arc) => (arc & 1) == 0;
}
