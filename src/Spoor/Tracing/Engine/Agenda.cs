using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What a run has to do next.</summary>
/// <remarks>
/// Chain after chain while they do not touch. Where bridges join them, the chain whose next transfer is earliest (backward,
/// latest) goes first; inside a chain the order is that of position alone.
/// </remarks>
internal sealed class Agenda(Orientation orientation, bool joined)
{
    private readonly SortedDictionary<ChainId, PriorityQueue<Due, Due>> _chains = [];

    public void Add(Due due)
    {
        if (!_chains.TryGetValue(due.At.Chain, out var queue))
        {
            _chains[due.At.Chain] = queue = new(Due.InOrderOf(orientation));
        }

        queue.Enqueue(due, due);
    }

    public bool TryTake(out Due due)
    {
        PriorityQueue<Due, Due>? next = null;
        foreach (var queue in _chains.Values)
        {
            if (queue.Count > 0 && (next is null || (joined && IsBefore(queue.Peek().At, next.Peek().At))))
            {
                next = queue;
            }
        }

        due = default;
        return next is not null && next.TryDequeue(out due, out _);
    }

    private bool IsBefore(Transfer one, Transfer other) => orientation.Forward ? one.Time < other.Time : one.Time > other.Time;
}
