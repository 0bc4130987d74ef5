using System.Runtime.Intrinsics.X86;

namespace Spoor.Storage.Index.Building;

/// <summary>The edges of some addresses that follow each other, in memory.</summary>
internal sealed class EdgeWindow : IDisposable
{
    internal const int BytesPerEdge = sizeof(ulong) + sizeof(uint);

    private const int Few = 12;

    // Movements ahead.
    private const int Far = 24;
    private const int Near = 12;

    // The movement in the lower half, the other side in the upper.
    private readonly NativeArray<ulong> _edges;
    private readonly NativeArray<long> _next;
    private readonly NativeArray<uint> _counterparties;

    private readonly NativeArray<uint> _credible;
    private readonly CredibleMarks? _marks;

    private EdgeWindow(long first, long count, long edges, CredibleMarks? marks)
    {
        (First, Count, Edges, _marks) = (first, count, edges, marks);
        _edges = new(edges);
        _next = new(count);
        _counterparties = new(count);
        _credible = new(marks is null ? 0 : count);
    }

    /// <summary>The number of the first address, from 0.</summary>
    internal long First { get; }

    internal long Count { get; }

    internal long Edges { get; }

    internal static EdgeWindow Fill(long first, long count, long edges, EdgeSource source, CancellationToken cancellation)
    {
        var window = new EdgeWindow(first, count, edges, source.Marks);
        long start = 0;
        for (long i = 0; i < count; i++)
        {
            window._next[i] = start;
            start += source.Tallies[first + i].Edges;
        }

        source.Pairs.Read(window.Place, cancellation);
        if (source.Counts)
        {
            window.CountCounterparties(source.Tallies);
        }

        return window;
    }

    /// <summary>Runs of addresses with about so many edges each; one with more has a run of its own.</summary>
    internal static IEnumerable<(long First, long Count, long Edges)> Divide(NativeArray<AddressTally> tallies, long addresses, long most)
    {
        long first = 0;
        long edges = 0;
        for (long i = 0; i < addresses; i++)
        {
            if (edges > 0 && edges + tallies[i].Edges > most)
            {
                yield return (first, i - first, edges);
                (first, edges) = (i, 0);
            }

            edges += tallies[i].Edges;
        }

        if (addresses > first)
        {
            yield return (first, addresses - first, edges);
        }
    }

    public void Dispose()
    {
        _edges.Dispose();
        _next.Dispose();
        _counterparties.Dispose();
        _credible.Dispose();
    }

    internal uint TransferAt(long edge) => unchecked((uint)_edges[edge]);

    internal uint CounterpartiesAt(long address) => _counterparties[address];

    /// <summary>Its credible movements, where not all are.</summary>
    internal uint CredibleAt(long address) => _credible[address];

    private void Place(long first, ReadOnlySpan<Pair> pairs)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            Approach(pairs, i);
            var pair = pairs[i];
            Place(pair.From, pair.To, first + i);
            if (pair.To != pair.From)
            {
                Place(pair.To, pair.From, first + i);
            }
        }
    }

    // The places of an address lie anywhere; asked for some movements before, the waits for memory pass beside the work.
    private void Approach(ReadOnlySpan<Pair> pairs, int at)
    {
        if (at + Far < pairs.Length)
        {
            ApproachPlace(pairs[at + Far].From);
            ApproachPlace(pairs[at + Far].To);
            ApproachEdge(pairs[at + Near].From);
            ApproachEdge(pairs[at + Near].To);
        }
    }

    private unsafe void ApproachPlace(uint number)
    {
        if (Sse.IsSupported && number > First && number <= First + Count)
        {
            Sse.Prefetch0(_next.Pointer + (number - 1 - First));
        }
    }

    private unsafe void ApproachEdge(uint number)
    {
        if (Sse.IsSupported && number > First && number <= First + Count)
        {
            Sse.Prefetch0(_edges.Pointer + _next.Pointer[number - 1 - First]);
        }
    }

    private void Place(uint number, uint other, long transfer)
    {
        long at = (long)number - 1 - First;
        if (number == 0 || at < 0 || at >= Count)
        {
            return;
        }

        // The other side of what is not credible is nobody.
        bool isCredible = _marks is null || _marks.IsCredible(transfer);
        _edges[_next[at]++] = ((isCredible ? (ulong)other : 0) << 32) | (ulong)transfer;
        if (_marks is not null && isCredible)
        {
            _credible[at]++;
        }
    }

    private void CountCounterparties(NativeArray<AddressTally> tallies)
    {
        long start = 0;
        uint[] others = [];
        for (long i = 0; i < Count; i++)
        {
            int edges = checked((int)tallies[First + i].Edges);
            others = others.Length < edges ? new uint[Math.Max(edges, 1024)] : others;
            int distinct = Distinct(start, edges, (uint)(First + i + 1), others);
            _counterparties[i] = (uint)distinct;
            start += edges;
        }
    }

    private int Distinct(long start, int edges, uint self, uint[] others)
    {
        int count = 0;
        for (int i = 0; i < edges; i++)
        {
            uint other = (uint)(_edges[start + i] >> 32);
            if (other != 0 && other != self && (edges > Few || others.AsSpan(0, count).IndexOf(other) < 0))
            {
                others[count++] = other;
            }
        }

        if (edges <= Few || count == 0)
        {
            return count;
        }

        var sorted = others.AsSpan(0, count);
        sorted.Sort();
        int distinct = 1;
        for (int i = 1; i < count; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return distinct;
    }
}
