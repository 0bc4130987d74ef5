using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Payouts filed under the keys of one join, each shelf in order of time.</summary>
internal sealed class PayoutFile
{
    private readonly Dictionary<JoinKey, PayoutShelf> _shelves = [];
    private readonly BridgeLeg[] _payouts;

    /// <param name="payouts">In order of time.</param>
    public PayoutFile(IBridgeJoin join, BridgeLeg[] payouts)
    {
        _payouts = payouts;
        for (int i = 0; i < payouts.Length; i++)
        {
            foreach (var key in join.KeysOf(payouts[i]))
            {
                ref var shelf = ref CollectionsMarshal.GetValueRefOrAddDefault(_shelves, key, out _);
                (shelf ??= new()).Numbers.Add(i);
            }
        }
    }

    public IEnumerable<PayoutShelf> Shelves => _shelves.Values;

    /// <summary>Where the payouts lie that bear a key and came after a moment, up to the end of the window; null when none has the key.</summary>
    public (PayoutShelf Shelf, int First, int End)? Under(JoinKey key, DateTimeOffset after, TimeSpan? window)
    {
        if (!_shelves.TryGetValue(key, out var shelf))
        {
            return null;
        }

        var last = window is { } length && after <= DateTimeOffset.MaxValue - length ? after + length : DateTimeOffset.MaxValue;
        return window is null ? (shelf, 0, shelf.Numbers.Count) : (shelf, CountUpTo(shelf, after), CountUpTo(shelf, last));
    }

    private int CountUpTo(PayoutShelf shelf, DateTimeOffset time)
    {
        int low = 0;
        int high = shelf.Numbers.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_payouts[shelf.Numbers[middle]].Time <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>Payouts under one key, and which stretches of them more deposits may fit than were noted.</summary>
internal sealed class PayoutShelf
{
    private readonly SortedDictionary<int, int> _changes = [];

    /// <summary>In order of time.</summary>
    public List<int> Numbers { get; } = new(1);

    /// <summary>The payouts of all crowded stretches.</summary>
    public IEnumerable<int> Crowded
    {
        get
        {
            int depth = 0;
            int from = 0;
            foreach (var (place, change) in _changes)
            {
                for (int i = from; depth > 0 && i < place; i++)
                {
                    yield return Numbers[i];
                }

                depth += change;
                from = place;
            }
        }
    }

    /// <summary>Notes a stretch that was too long to be looked at whole, in steady time for each stretch.</summary>
    public void Crowd(int first, int end)
    {
        _changes[first] = _changes.GetValueOrDefault(first) + 1;
        _changes[end] = _changes.GetValueOrDefault(end) - 1;
    }
}
