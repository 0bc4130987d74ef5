using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>One holding in the network: what it has at each moment, and how much of that stolen value could be.</summary>
/// <remarks>
/// A node stands for the receipts since the last payment and the payments after them, because nothing is decided in
/// between. What waits from one node to the next is no more than the balance left in between: money that was spent is gone.
/// </remarks>
internal sealed class Timeline(Holding holding, Transfer[] history, FlowNetwork network)
{
    private const int Nowhere = -1;

    private int _next;
    private UInt128 _balance;
    private int _node = Nowhere;
    private UInt128 _mostAtNode;
    private bool _paying;

    public Holding Holding { get; } = holding;

    public Transfer[] History { get; } = history;

    public bool Awake { get; set; }

    /// <summary>Never put to sleep: its opening balance, or all of it at some moment, is claimed.</summary>
    public required bool Root { get; init; }

    public int Hop { get; set; } = int.MaxValue;

    /// <summary>Claims on all that is held at a moment, still to be applied, in order.</summary>
    public required Queue<(DateTimeOffset At, int Theft)> Moments { get; init; }

    public UInt128 Balance => _balance;

    /// <summary>How many of the units here stolen ones can be, at most.</summary>
    public UInt128 Most { get; private set; }

    /// <summary>The next transfer to be played; null at the end of the history.</summary>
    public Transfer? Next => _next < History.Length ? History[_next] : null;

    public void Advance() => _next++;

    /// <summary>Units that cannot be stolen come in.</summary>
    public void ReceiveClean(UInt128 units)
    {
        if (Most < _mostAtNode)
        {
            // They must not make room for stolen ones that had to leave before.
            MoveOn();
        }

        _balance += units;
    }

    /// <summary>Opens the node into which stolen units come; the caller connects them to it.</summary>
    /// <param name="units">All that comes in.</param>
    /// <param name="most">How many of them can be stolen.</param>
    public int Receive(UInt128 units, UInt128 most)
    {
        if (_node == Nowhere)
        {
            _node = network.AddNode();
        }
        else if (_paying)
        {
            MoveOn();
        }

        _balance += units;
        Most = UInt128.Min(UInt128.Min(_balance, Most + most), network.Supplied(Holding.Asset));
        _mostAtNode = Most;
        return _node;
    }

    /// <summary>Pays; there must be enough. The arc begins at the node returned, and its room is the second number.</summary>
    public (int Node, UInt128 Most) Pay(UInt128 units)
    {
        var paid = (_node, UInt128.Min(units, Most));
        _balance -= units;
        Most = UInt128.Min(Most, _balance);
        _paying = true;
        if (Most == UInt128.Zero)
        {
            (_node, _mostAtNode, _paying) = (Nowhere, UInt128.Zero, false);
        }

        return paid;
    }

    /// <summary>Pays all there is.</summary>
    public (int Node, UInt128 Most) Empty() => Pay(_balance);

    private void MoveOn()
    {
        int later = network.AddNode();
        network.Connect(_node, later, Most);
        (_node, _mostAtNode, _paying) = (later, Most, false);
    }
}
