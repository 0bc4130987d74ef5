namespace Spoor.Tracing.Bounds;

/// <summary>A network with something flowing through it: the room that is left, and the ways back along what flows.</summary>
/// <remarks>
/// Every arc of the network is two here: itself, and the way back along it, whose room is what flows. The arcs from a node
/// lie side by side, because walking them is all that takes time.
/// </remarks>
internal sealed class Residual
{
    private readonly int[] _starts;
    private readonly int[] _head;
    private readonly int[] _back;
    private readonly bool[] _forward;
    private readonly UInt128[] _room;

    public Residual(FlowNetwork network)
    {
        _room = new UInt128[network.Arcs.Count * 2];
        _head = new int[_room.Length];
        _back = new int[_room.Length];
        _forward = new bool[_room.Length];
        _starts = new int[network.NodeCount + 1];
        foreach (var (from, to, _) in network.Arcs)
        {
            _starts[from + 1]++;
            _starts[to + 1]++;
        }

        for (int node = 0; node < network.NodeCount; node++)
        {
            _starts[node + 1] += _starts[node];
        }

        int[] filled = _starts[..^1];
        foreach (var (from, to, room) in network.Arcs)
        {
            int there = filled[from]++;
            int back = filled[to]++;
            (_head[there], _back[there], _room[there], _forward[there]) = (to, back, room, true);
            (_head[back], _back[back]) = (from, there);
        }
    }

    public int NodeCount => _starts.Length - 1;

    /// <summary>The arcs from a node, ways back included, are numbered from here to the first of the next node.</summary>
    public int FirstArcOf(int node) => _starts[node];

    public int Head(int arc) => _head[arc];

    public int Back(int arc) => _back[arc];

    /// <summary>Whether it is an arc of the network, not a way back.</summary>
    public bool IsForward(int arc) => _forward[arc];

    public UInt128 Room(int arc) => _room[arc];

    public void Push(int arc, UInt128 units)
    {
        _room[arc] -= units;
        _room[_back[arc]] += units;
    }

    /// <summary>Takes back all that flows along an arc of the network.</summary>
    public void Empty(int arc) => Push(_back[arc], _room[_back[arc]]);

    /// <summary>What ends at a terminal.</summary>
    public UInt128 At(int terminal)
    {
        var units = UInt128.Zero;
        for (int arc = _starts[terminal]; arc < _starts[terminal + 1]; arc++)
        {
            units += _room[arc];
        }

        return units;
    }
}
