using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Units by theft, without order: what a rule keeps that only counts how much of each there is.</summary>
internal sealed class LotPool
{
    // Tainted lots by number of theft; few holdings see more than one or two.
    private readonly List<Lot> _tainted = [];

    public Amount Clean { get; private set; }

    public Amount Tainted { get; private set; }

    public Amount Balance => Clean + Tainted;

    public IReadOnlyList<Lot> Thefts => _tainted;

    public void Add(Lot lot)
    {
        if (!lot.IsTainted)
        {
            Clean += lot.Amount;
            return;
        }

        if (lot.Amount.IsZero)
        {
            return;
        }

        Tainted += lot.Amount;
        int at = _tainted.FindIndex(held => held.Theft >= lot.Theft);
        at = at < 0 ? _tainted.Count : at;
        if (at < _tainted.Count && _tainted[at].Theft == lot.Theft)
        {
            _tainted[at] = _tainted[at].With(lot);
            return;
        }

        _tainted.Insert(at, lot);
    }

    public void TakeClean(Amount amount, int output, List<TakenLot> taken)
    {
        if (amount.IsZero)
        {
            return;
        }

        Clean -= amount;
        taken.Add(new(output, Lot.Clean(amount)));
    }

    /// <summary>Takes tainted units, earliest theft first.</summary>
    public void TakeTainted(Amount amount, int output, List<TakenLot> taken)
    {
        while (!amount.IsZero)
        {
            var lot = _tainted[0];
            var part = lot.Part(Amount.Min(lot.Amount, amount));
            Remove(0, part, output, taken);
            amount -= part.Amount;
        }
    }

    /// <summary>Takes tainted units in proportion to what is held of each theft.</summary>
    public void TakeTaintedInProportion(Amount amount, int output, List<TakenLot> taken)
    {
        if (_tainted.Count <= 1 || amount == Tainted)
        {
            TakeTainted(amount, output, taken);
            return;
        }

        var weights = _tainted.ConvertAll(lot => lot.Amount.Units).ToArray();
        var parts = new UInt128[weights.Length];
        LargestRemainder.Split(amount.Units, weights, parts);
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            Remove(i, _tainted[i].Part(new(parts[i])), output, taken);
        }
    }

    public void RequireBalance(ReadOnlySpan<Amount> outputs)
    {
        var total = Amount.Zero;
        foreach (var output in outputs)
        {
            total += output;
        }

        if (total > Balance)
        {
            throw new InvalidOperationException($"Cannot spend {total} units of a balance of {Balance}.");
        }
    }

    public IEnumerable<Lot> Lots()
    {
        foreach (var lot in _tainted)
        {
            yield return lot;
        }

        if (!Clean.IsZero)
        {
            yield return Lot.Clean(Clean);
        }
    }

    private void Remove(int index, Lot part, int output, List<TakenLot> taken)
    {
        if (part.Amount.IsZero)
        {
            return;
        }

        Tainted -= part.Amount;
        taken.Add(new(output, part));
        var left = _tainted[index].Without(part);
        if (left.Amount.IsZero)
        {
            _tainted.RemoveAt(index);
            return;
        }

        _tainted[index] = left;
    }
}
