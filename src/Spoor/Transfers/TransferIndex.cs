using System.Runtime.InteropServices;

namespace Spoor.Transfers;

/// <summary>Transfers by something they have in common, each group in <see cref="TransferOrder"/> once it is settled.</summary>
internal sealed class TransferIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<Transfer>> _groups = [];
    private readonly HashSet<List<Transfer>> _unsettled = [];

    /// <param name="key">What the transfer is found by.</param>
    /// <param name="transfer">A transfer that is not in the group yet.</param>
    /// <param name="latest">Whether no transfer of any group comes after it; known without looking at the group.</param>
    internal void Add(TKey key, Transfer transfer, bool latest)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, key, out _);
        if (group is null)
        {
            // Most addresses and transactions are seen once: a list made this way has room for one, not for four.
            group = [transfer];
            return;
        }

        if (!latest && TransferOrder.Instance.Compare(group[^1], transfer) > 0)
        {
            _unsettled.Add(group);
        }

        group.Add(transfer);
    }

    /// <summary>Puts in order what came out of order; after it, reads change nothing and may run side by side.</summary>
    internal void Settle()
    {
        foreach (var group in _unsettled)
        {
            group.Sort(TransferOrder.Instance);
        }

        _unsettled.Clear();
    }

    internal IReadOnlyList<Transfer> Of(TKey key) =>
        _groups.TryGetValue(key, out var group) ? group : [];

    internal void RemoveAbove(TKey key, long height)
    {
        if (_groups.TryGetValue(key, out var group))
        {
            group.RemoveAll(transfer => transfer.Position.Block > height);
            if (group.Count == 0)
            {
                _groups.Remove(key);
            }
        }
    }
}
