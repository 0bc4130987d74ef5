using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What a run has to do next.</summary>
/// <remarks>
/// Chain after chain while they do not touch. Where bridges join them, the chain whose next transfer is earliest (backward,
/// latest) goes first; inside a chain the order is that of position alone.
/// </remarks>
internal sealed class Agenda(Orientation orientation, bool joined)
{
    // In order of chain; there are few.
    private readonly List<(ChainId Chain, PriorityQueue<Due, Due> Queue)> _chains = [];

    public void Add(Due due) => QueueOf(due.At.Chain).Enqueue(due, due);

    public bool TryTake(out Due due)
    {
        PriorityQueue<Due, Due>? next = null;
        foreach (var (_, queue) in _chains)
        {
            if (queue.Count > 0 && (next is null || (joined && IsBefore(queue.Peek().At, next.Peek().At))))
            {
                next = queue;
            }
        }

        due = default;
        return next is not null && next.TryDequeue(out due, out _);
    }

    private PriorityQueue<Due, Due> QueueOf(ChainId chain)
    {
        int at = 0;
        while (at < _chains.Count && _chains[at].Chain.CompareTo(chain) < 0)
        {
            at++;
        }

        if (at == _chains.Count || _chains[at].Chain != chain)
        {
            _chains.Insert(at, (chain, new(Due.InOrderOf(orientation))));
        }

        return _chains[at].Queue;
    }

    private bool IsBefore(Transfer one, Transfer other) => orientation.Forward ? one.Time < other.Time : one.Time > other.Time;
}
