using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Lots in the order in which they came, spent from either end; neighbours of one history are one lot.</summary>
internal sealed class LotSequence
{
    private Lot[] _ring = new Lot[4];
    private int _first;
    private int _count;

    public Amount Balance { get; private set; }

    public Amount Tainted { get; private set; }

    public void AddLast(Lot lot)
    {
        if (lot.Amount.IsZero)
        {
            return;
        }

        Count(lot);
        if (_count > 0 && At(_count - 1).IsLike(lot))
        {
            ref var last = ref At(_count - 1);
            last = last.With(lot);
            return;
        }

        GrowIfFull();
        _count++;
        At(_count - 1) = lot;
    }

    public void AddFirst(Lot lot)
    {
        if (lot.Amount.IsZero)
        {
            return;
        }

        Count(lot);
        if (_count > 0 && At(0).IsLike(lot))
        {
            ref var first = ref At(0);
            first = first.With(lot);
            return;
        }

        GrowIfFull();
        _first = (_first + _ring.Length - 1) % _ring.Length;
        _count++;
        At(0) = lot;
    }

    /// <summary>Takes <paramref name="amount"/> off the front (<paramref name="oldest"/>) or the back.</summary>
    public void Take(Amount amount, bool oldest, int output, List<TakenLot> taken)
    {
        if (amount > Balance)
        {
            throw new InvalidOperationException($"Cannot spend {amount} units of a balance of {Balance}.");
        }

        while (!amount.IsZero)
        {
            ref var lot = ref At(oldest ? 0 : _count - 1);
            var part = lot.Part(Amount.Min(lot.Amount, amount));
            taken.Add(new(output, part));
            amount -= part.Amount;
            Balance -= part.Amount;
            Tainted -= part.IsTainted ? part.Amount : Amount.Zero;
            lot = lot.Without(part);
            if (lot.Amount.IsZero)
            {
                _first = oldest ? (_first + 1) % _ring.Length : _first;
                _count--;
            }
        }
    }

    public IEnumerable<Lot> Lots()
    {
        for (int i = 0; i < _count; i++)
        {
            yield return At(i);
        }
    }

    private void Count(Lot lot)
    {
        Balance += lot.Amount;
        Tainted += lot.IsTainted ? lot.Amount : Amount.Zero;
    }

    private ref Lot At(int index) => ref _ring[(_first + index) % _ring.Length];

    private void GrowIfFull()
    {
        if (_count < _ring.Length)
        {
            return;
        }

        var larger = new Lot[_ring.Length * 2];
        for (int i = 0; i < _count; i++)
        {
            larger[i] = At(i);
        }

        (_ring, _first) = (larger, 0);
    }
}
