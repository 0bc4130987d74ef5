namespace Spoor.Tracing.Bounds;

/// <summary>Turns all that can be turned from or to one terminal, over the arcs that have room.</summary>
/// <remarks>
/// The algorithm of Dinic (1970), begun at the terminal in question: round by round, all walks to the nearest goals. It looks no
/// further than it must, and mostly the neighbourhood of a terminal decides.
/// </remarks>
/// <param name="against">Whether walks go against the arcs, so that what they turn comes from the goal.</param>
/// <param name="isGoal">Where a walk ends, other than where it began.</param>
internal sealed class Walks(Residual residual, bool against, Predicate<int> isGoal)
{
    private readonly int[] _level = new int[residual.NodeCount];
    private readonly int[] _next = new int[residual.NodeCount];
    private readonly int[] _queue = new int[residual.NodeCount];
    private readonly List<int> _path = [];
    private readonly List<int> _pushed = [];
    private int _reached;

    /// <summary>The arcs over which the last turn went; some twice.</summary>
    public IReadOnlyList<int> Pushed => _pushed;

    /// <summary>Turns as much as possible.</summary>
    public void Turn(int terminal)
    {
        _pushed.Clear();
        while (Spread(terminal))
        {
            WalkAll(terminal);
        }
    }

    // Levels from the terminal outwards, no deeper than the nearest goal. A level of 0 is that of a node not reached.
    private bool Spread(int terminal)
    {
        for (int i = 0; i < _reached; i++)
        {
            _level[_queue[i]] = 0;
        }

        _reached = 0;
        Reach(terminal, 1);
        int nearest = int.MaxValue;
        for (int i = 0; i < _reached && _level[_queue[i]] < nearest; i++)
        {
            int node = _queue[i];
            for (int arc = residual.FirstArcOf(node); arc < residual.FirstArcOf(node + 1); arc++)
            {
                int other = residual.Head(arc);
                if (_level[other] == 0 && RoomOf(arc) > UInt128.Zero)
                {
                    Reach(other, _level[node] + 1);
                    nearest = isGoal(other) ? _level[other] : nearest;
                }
            }
        }

        return nearest < int.MaxValue;
    }

    private void Reach(int node, int level)
    {
        _level[node] = level;
        _next[node] = residual.FirstArcOf(node);
        _queue[_reached++] = node;
    }

    private UInt128 RoomOf(int arc) => residual.Room(against ? residual.Back(arc) : arc);

    private void WalkAll(int terminal)
    {
        _path.Clear();
        int node = terminal;
        while (true)
        {
            if (node != terminal && isGoal(node))
            {
                node = PushAlongPath(terminal);
            }
            else if (NextArc(node) is var arc and >= 0)
            {
                _path.Add(arc);
                node = residual.Head(arc);
            }
            else if (node == terminal)
            {
                return;
            }
            else
            {
                node = residual.Head(residual.Back(_path[^1]));
                _path.RemoveAt(_path.Count - 1);
                _next[node]++;
            }
        }
    }

    private int NextArc(int node)
    {
        int end = residual.FirstArcOf(node + 1);
        for (; _next[node] < end; _next[node]++)
        {
            int arc = _next[node];
            if (_level[residual.Head(arc)] == _level[node] + 1 && RoomOf(arc) > UInt128.Zero)
            {
                return arc;
            }
        }

        return -1;
    }

    /// <summary>Turns what the path can carry; the walk goes on from the start of its first arc without room.</summary>
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
            int arc = against ? residual.Back(_path[i]) : _path[i];
            residual.Push(arc, least);
            _pushed.Add(arc);
            full = residual.Room(arc) == UInt128.Zero ? i : full;
        }

        _path.RemoveRange(full, _path.Count - full);
        return full == 0 ? terminal : residual.Head(_path[^1]);
    }
}
