using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>Places in time between which stolen value can move, and how much of it at most.</summary>
/// <remarks>
/// A node is a holding between two receipts, or a UTXO transaction. Value enters at the origin and leaves into terminals.
/// Arcs point forward in time, so there are no circles; and what leaves a node has at least the room of what enters it,
/// because books balance, so everything finds its way.
/// </remarks>
internal sealed class FlowNetwork
{
    /// <summary>The node from which every theft comes.</summary>
    public const int Origin = 0;

    private readonly List<(int From, int To, UInt128 Room)> _arcs = [];
    private readonly List<bool> _terminals = [false];
    private readonly Dictionary<AssetId, UInt128> _supplied = [];

    public int NodeCount => _terminals.Count;

    /// <summary>Where an arc starts and ends and what it can carry, in the order in which they were made.</summary>
    public IReadOnlyList<(int From, int To, UInt128 Room)> Arcs => _arcs;

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

    /// <summary>A node at which stolen value enters.</summary>
    public int AddSource(AssetId asset, UInt128 units)
    {
        _supplied[asset] = Supplied(asset) + units;
        Connect(Origin, AddNode(), units);
        return NodeCount - 1;
    }

    /// <summary>How much of an asset has come in so far: nowhere can be more.</summary>
    public UInt128 Supplied(AssetId asset) => _supplied.GetValueOrDefault(asset);

    public bool IsTerminal(int node) => _terminals[node];

    public void Connect(int from, int to, UInt128 room)
    {
        if (room > UInt128.Zero)
        {
            _arcs.Add((from, to, room));
        }
    }
}
