using Spoor.Screening.Grounds;
using Spoor.Tracing;

namespace Spoor.Screening.Walks;

/// <summary>Haircut over UTXO transactions: each is settled once, when all that can reach it has.</summary>
internal sealed class UtxoWalk(UtxoGround ground, WalkTally tally, ExposureSide side)
{
    private readonly bool _incoming = side == ExposureSide.Incoming;
    private readonly Dictionary<int, WalkPlace> _places = [];
    private readonly PriorityQueue<WalkPlace, int> _agenda = new();

    /// <inheritdoc cref="AccountWalk.Run"/>
    public void Run(IReadOnlyList<(int Edge, Share Share)> roots)
    {
        int next = 0;
        while (next < roots.Count || _agenda.Count > 0)
        {
            if (!tally.Look())
            {
                GiveUp(roots, next);
                return;
            }

            if (next < roots.Count && (!_agenda.TryPeek(out _, out int key) || KeyOf(ground.NextOf(roots[next].Edge, side)) <= key))
            {
                Deliver(roots[next].Edge, roots[next].Share, 0, null);
                next++;
            }
            else
            {
                Settle(_agenda.Dequeue());
            }
        }
    }

    private int KeyOf(int transaction) => _incoming ? -transaction : transaction;

    private void Settle(WalkPlace place)
    {
        place.IsQueued = false;
        place.IsSettled = true;
        var edges = _incoming ? ground.InputsOf(place.Number) : ground.OutputsOf(place.Number);
        var left = place.Share;
        place.Share = Share.None;
        tally.Look(Math.Min(edges.Length, tally.Left));
        var parts = Parts(left.Units, edges, place.Number);
        for (int i = 0; i < parts.Length - 1; i++)
        {
            var part = left.OfUnits(parts[i]);
            left -= part;
            if (!part.IsNone)
            {
                Arrive(edges[i], part, place.Hops + 1, place.Way);
            }
        }

        // Forward it is the fee; backward newly issued, or an input whose worth is not known.
        bool unknown = _incoming && edges.Length > 0;
        tally.Rest(unknown ? Remainder.Unexplained : Remainder.Nobody, left);
    }

    // By the worth of the inputs (outputs); the last part is what these do not account for.
    private UInt128[] Parts(UInt128 units, ReadOnlySpan<int> edges, int transaction)
    {
        var other = _incoming ? ground.OutputsOf(transaction) : ground.InputsOf(transaction);
        var (own, whole) = (SumOf(edges), SumOf(other));
        var parts = new UInt128[edges.Length + 1];
        if (own == UInt128.MaxValue || whole == UInt128.MaxValue || (own == UInt128.Zero && whole == UInt128.Zero))
        {
            parts[^1] = units;
            return parts;
        }

        var weights = new UInt128[edges.Length + 1];
        for (int i = 0; i < edges.Length; i++)
        {
            weights[i] = ground.At(edges[i]).Amount;
        }

        weights[^1] = whole > own ? whole - own : UInt128.Zero;
        LargestRemainder.Split(units, weights, parts);
        return parts;
    }

    private UInt128 SumOf(ReadOnlySpan<int> edges)
    {
        var sum = UInt128.Zero;
        foreach (int edge in edges)
        {
            sum = Saturated.Add(sum, ground.At(edge).Amount);
        }

        return sum;
    }

    private void Arrive(int edge, Share share, int hops, WalkStep? way)
    {
        if (!tally.Takes(ground.At(edge).Owner, edge, share, hops, way))
        {
            Deliver(edge, share, hops, way);
        }
    }

    private void Deliver(int edge, Share share, int hops, WalkStep? way)
    {
        int transaction = ground.NextOf(edge, side);
        if (transaction < 0)
        {
            tally.Rest(_incoming ? Remainder.Unexplained : Remainder.Held, share);
            return;
        }

        if (!_places.TryGetValue(transaction, out var place))
        {
            if (share.Units < tally.Least)
            {
                tally.Rest(Remainder.Thin, share);
                return;
            }

            _places[transaction] = place = new(transaction);
        }

        // Only data out of order show a transaction after one that it comes from.
        if (place.IsSettled)
        {
            tally.Rest(Remainder.Unexplained, share);
            return;
        }

        place.Take(share, edge, hops, way);
        if (!place.IsQueued)
        {
            place.IsQueued = true;
            _agenda.Enqueue(place, KeyOf(transaction));
        }
    }

    private void GiveUp(IReadOnlyList<(int Edge, Share Share)> roots, int next)
    {
        for (; next < roots.Count; next++)
        {
            tally.Rest(Remainder.Unfinished, roots[next].Share);
        }

        foreach (var place in _places.Values)
        {
            tally.Rest(Remainder.Unfinished, place.Share);
        }
    }
}
