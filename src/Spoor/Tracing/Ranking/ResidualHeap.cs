using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The addresses that hold mass, the one with most on top; equal ones by address.</summary>
/// <remarks>
/// The published code scans all of them for the largest before every push; a heap that knows where each address stands
/// finds it in a step and puts a grown one right in logarithmic time.
/// </remarks>
internal sealed class ResidualHeap
{
    private const int Absent = -1;

    private readonly List<Entry> _heap = [];
    private readonly List<int> _placeOf = [];

    private readonly record struct Entry(int Number, Address Address, double Key);

    /// <summary>The address on top and its key; false when there is none.</summary>
    public bool TryPeek(out int number, out double key)
    {
        bool any = _heap.Count > 0;
        (number, key) = any ? (_heap[0].Number, _heap[0].Key) : (Absent, 0);
        return any;
    }

    /// <summary>Adds an address, or raises the key of one that is there.</summary>
    public void Raise(int number, Address address, double key)
    {
        while (_placeOf.Count <= number)
        {
            _placeOf.Add(Absent);
        }

        int place = _placeOf[number];
        if (place == Absent)
        {
            place = _heap.Count;
            _heap.Add(default);
        }

        Rise(place, new(number, address, key));
    }

    public void RemoveTop()
    {
        _placeOf[_heap[0].Number] = Absent;
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (_heap.Count > 0)
        {
            Sink(last);
        }
    }

    public void Clear()
    {
        _heap.Clear();
        _placeOf.Clear();
    }

    private static bool IsBefore(Entry a, Entry b) => a.Key > b.Key || (a.Key == b.Key && a.Address.CompareTo(b.Address) < 0);

    private void Rise(int place, Entry entry)
    {
        while (place > 0 && IsBefore(entry, _heap[(place - 1) / 2]))
        {
            Put(place, _heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }

        Put(place, entry);
    }

    private void Sink(Entry entry)
    {
        int place = 0;
        while ((2 * place) + 1 < _heap.Count)
        {
            int child = (2 * place) + 1;
            child += child + 1 < _heap.Count && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], entry))
            {
                break;
            }

            Put(place, _heap[child]);
            place = child;
        }

        Put(place, entry);
    }

    private void Put(int place, Entry entry)
    {
        _heap[place] = entry;
        _placeOf[entry.Number] = place;
    }
}
