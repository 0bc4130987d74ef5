namespace Spoor.Tracing.Bounds;

/// <summary>Places in time between which stolen value can move, and how much of it at most.</summary>
/// <remarks>
/// A node is a holding between two receipts, or a UTXO transaction. Value enters as supply and leaves into terminals.
/// Arcs point forward in time, so there are no circles; and what leaves a node has at least the room of what enters it,
/// because books balance, so every supply finds its way.
/// </remarks>
internal sealed class FlowNetwork
{
    private readonly List<(int From, int To, UInt128 Room)> _arcs = [];
    private readonly List<(int Node, UInt128 Units)> _supplies = [];
    private readonly List<bool> _terminals = [];

    public int NodeCount => _terminals.Count;

    /// <summary>Where an arc starts and ends and what it can carry, in the order in which they were made.</summary>
    public IReadOnlyList<(int From, int To, UInt128 Room)> Arcs => _arcs;

    public IReadOnlyList<(int Node, UInt128 Units)> Supplies => _supplies;

    public int AddNode()
    {
        _terminals.Add(false);
        return _terminals.Count - 1;
    }

    /// <summary>A node that nothing leaves.</summary>
    public int AddTerminal()
    {
        _terminals.Add(true);
        return _terminals.Count - 1;
    }

    public bool IsTerminal(int node) => _terminals[node];

    public void Supply(int node, UInt128 units) => _supplies.Add((node, units));

    public void Connect(int from, int to, UInt128 room)
    {
        if (room > UInt128.Zero)
        {
            _arcs.Add((from, to, room));
        }
    }
}
