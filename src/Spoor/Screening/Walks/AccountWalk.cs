using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>Haircut over accounts, against time for what came in, with it for what went out.</summary>
/// <remarks>
/// Haircut is the one rule under which the two directions agree: of payment B, the part that came from receipt A, and of
/// receipt A, the part that went into payment B, are the same units. So each step needs one multiplication by what the holding had
/// at the time, which the ground knows beforehand, and no history is played. Payments are settled strictly in order, so that what
/// meets in one holding goes on together and every holding is passed once.
/// </remarks>
internal sealed class AccountWalk(AccountGround ground, WalkTally tally, ExposureSide side)
{
    private readonly bool _incoming = side == ExposureSide.Incoming;
    private readonly Dictionary<int, WalkPlace> _places = [];
    private readonly PriorityQueue<WalkPlace, int> _agenda = new();

    /// <param name="roots">Payments of the screened holding and what of each is followed, in the order of the walk.</param>
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

            if (next < roots.Count && IsFirst(roots[next].Edge))
            {
                Arrive(roots[next].Edge, roots[next].Share, 1, null);
                next++;
            }
            else
            {
                Pass(_agenda.Dequeue());
            }
        }
    }

    private bool IsFirst(int edge) => !_agenda.TryPeek(out _, out int key) || KeyOf(edge) < key;

    private int KeyOf(int edge) => _incoming ? -edge : edge;

    private void Pass(WalkPlace place)
    {
        int edge = ground.EdgesOf(place.Number, side)[place.Cursor];
        ref readonly var movement = ref ground.At(edge);
        var taken = place.Share.Taken(movement.Amount, _incoming ? movement.PoolAfter : movement.PoolBefore);
        place.Share -= taken;
        place.Cursor += _incoming ? -1 : 1;
        place.IsQueued = false;
        if (!taken.IsNone)
        {
            Arrive(edge, taken, place.Hops + 1, place.Way);
        }

        // What it passed on cannot have come back to it yet.
        Queue(place);
    }

    private void Arrive(int edge, Share share, int hops, WalkStep? way)
    {
        ref readonly var movement = ref ground.At(edge);
        int holding = _incoming ? movement.From : movement.To;
        if (holding < 0)
        {
            tally.Rest(Remainder.Nobody, share);
            return;
        }

        if (tally.Takes(ground.OwnerOf(holding), edge, share, hops, way))
        {
            return;
        }

        if (!_places.TryGetValue(holding, out var place))
        {
            if (share.Units < tally.Least)
            {
                tally.Rest(Remainder.Thin, share);
                return;
            }

            _places[holding] = place = new(holding);
        }

        place.Take(share, edge, hops, way);
        if (!place.IsQueued)
        {
            place.Cursor = ground.Beyond(holding, side, edge);
            Queue(place);
        }
    }

    private void Queue(WalkPlace place)
    {
        if (place.Share.IsNone)
        {
            return;
        }

        var edges = ground.EdgesOf(place.Number, side);
        bool ended = place.Cursor < 0 || place.Cursor >= edges.Length;
        if (ended || place.Share.Units < tally.Least)
        {
            tally.Rest(!ended ? Remainder.Thin : _incoming ? Remainder.Unexplained : Remainder.Held, place.Share);
            place.Share = Share.None;
            return;
        }

        place.IsQueued = true;
        _agenda.Enqueue(place, KeyOf(edges[place.Cursor]));
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
