namespace Spoor.Tracing.Bounds;

/// <summary>Changes a routing so that as much, or as little, as can be ends at one terminal.</summary>
/// <remarks>
/// The most that can end at a terminal is what ends there now and all that can be turned to it from the others; the least is
/// what is left of it when all that can is turned to the others. Turning is Dinic's algorithm (1970) on the residual
/// network, begun at the terminal in question, so that it looks no further than it must. Every change leaves a complete
/// routing, from which the next question starts.
/// </remarks>
internal sealed class Rerouting(Routing routing)
{
    private const int Unreached = -1;

    private readonly int[] _level = Filled(routing.NodeCount);
    private readonly int[] _next = new int[routing.NodeCount];
    private readonly int[] _queue = new int[routing.NodeCount];
    private readonly List<int> _path = [];
    private bool _gathering;

    /// <summary>Turns as much as possible of what ends elsewhere to this terminal.</summary>
    public void Gather(int terminal) => Turn(terminal, gathering: true);

    /// <summary>Turns as much as possible of what ends at this terminal elsewhere.</summary>
    public void Disperse(int terminal) => Turn(terminal, gathering: false);

    private void Turn(int terminal, bool gathering)
    {
        _gathering = gathering;
        bool found;
        do
        {
            found = Spread(terminal, out int reached);
            if (found)
            {
                FollowAll(terminal);
            }

            for (int i = 0; i < reached; i++)
            {
                _level[_queue[i]] = Unreached;
            }
        }
        while (found);
    }

    // Levels from the terminal outwards, no deeper than the nearest other terminal.
    private bool Spread(int terminal, out int reached)
    {
        int nearest = int.MaxValue;
        reached = 0;
        _queue[reached++] = terminal;
        _level[terminal] = 0;
        for (int i = 0; i < reached && _level[_queue[i]] < nearest; i++)
        {
            int node = _queue[i];
            _next[node] = 0;
            foreach (int arc in routing.ArcsOf(node))
            {
                int other = routing.Head(arc);
                if (_level[other] == Unreached && RoomOf(arc) > UInt128.Zero)
                {
                    _level[other] = _level[node] + 1;
                    _queue[reached++] = other;
                    nearest = routing.IsTerminal(other) ? _level[other] : nearest;
                }
            }
        }

        return nearest < int.MaxValue;
    }

    // Gathering walks against the arcs, so the room that counts is that of the opposite one.
    private UInt128 RoomOf(int arc) => routing.Room(_gathering ? Routing.Back(arc) : arc);

    private void FollowAll(int terminal)
    {
        _path.Clear();
        int node = terminal;
        while (true)
        {
            if (node != terminal && routing.IsTerminal(node))
            {
                node = PushAlongPath(terminal);
            }
            else if (NextArc(node) is { } arc)
            {
                _path.Add(arc);
                node = routing.Head(arc);
            }
            else if (node == terminal)
            {
                return;
            }
            else
            {
                node = routing.Head(Routing.Back(_path[^1]));
                _path.RemoveAt(_path.Count - 1);
                _next[node]++;
            }
        }
    }

    private int? NextArc(int node)
    {
        var arcs = routing.ArcsOf(node);
        for (; _next[node] < arcs.Length; _next[node]++)
        {
            int arc = arcs[_next[node]];
            if (_level[routing.Head(arc)] == _level[node] + 1 && RoomOf(arc) > UInt128.Zero)
            {
                return arc;
            }
        }

        return null;
    }

    /// <summary>Pushes what the path can carry; the walk goes on from the start of its first arc without room.</summary>
    private int PushAlongPath(int terminal)
    {
        var least = UInt128.MaxValue;
        foreach (int arc in _path)
        {
            least = UInt128.Min(least, RoomOf(arc));
        }

        int full = 0;
        for (int i = _path.Count - 1; i >= 0; i--)
        {
            routing.Push(_gathering ? Routing.Back(_path[i]) : _path[i], least);
            full = RoomOf(_path[i]) == UInt128.Zero ? i : full;
        }

        _path.RemoveRange(full, _path.Count - full);
        return full == 0 ? terminal : routing.Head(_path[^1]);
    }

    private static int[] Filled(int length)
    {
        int[] levels = new int[length];
        Array.Fill(levels, Unreached);
        return levels;
    }
}
