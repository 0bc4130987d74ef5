using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Poison: one stolen unit makes everything it touches stolen.</summary>
/// <remarks>
/// Möser, Böhme and Breuker (2014). Not a measure of money but of reach: whatever any conserving rule taints, poison
/// taints too (law P3). It over-counts, and <see cref="Overcounted"/> says by how much, so that the books of a poison
/// trace still balance. Clean units take the label of the earliest theft present.
/// </remarks>
public sealed class PoisonTaint : ITaint
{
    private readonly LotPool _pool = new();
    private readonly Dictionary<int, Amount> _overcounted = [];

    public Amount Balance => _pool.Balance;

    public Amount Tainted => _pool.Tainted;

    public void Receive(Lot lot)
    {
        _pool.Add(lot);
        if (_pool.Tainted.IsZero || _pool.Clean.IsZero)
        {
            return;
        }

        // Beside units of another asset than the stolen one they are marked, but stand for nothing of it.
        var first = _pool.Thefts[0];
        var poisoned = _pool.Clean;
        var origin = first.Origin == first.Amount ? poisoned : Amount.Zero;
        _pool.TakeClean(poisoned, 0, []);
        _pool.Add(new(poisoned, first.Theft, origin));
        _overcounted[first.Theft] = Overcounted(first.Theft) + origin;
    }

    public void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken)
    {
        _pool.RequireBalance(outputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            var dirty = Amount.Min(_pool.Tainted, outputs[i]);
            _pool.TakeTainted(dirty, i, taken);
            _pool.TakeClean(outputs[i] - dirty, i, taken);
        }
    }

    public IEnumerable<Lot> Held() => _pool.Lots();

    public Amount Overcounted(int theft) => _overcounted.GetValueOrDefault(theft);
}
