using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Haircut (<i>pari passu</i>): every payment carries the holding's own share of taint.</summary>
/// <remarks>
/// Möser, Böhme and Breuker (2014). Integers are split by largest remainder over the outputs and what stays, so the
/// rule conserves to the unit. It needs no order among receipts. Known error: it dilutes; after a few busy holdings a
/// theft is everywhere in traces too small to mean anything, which the dilution and dust stops answer.
/// </remarks>
public sealed class HaircutTaint : ITaint
{
    private readonly LotPool _pool = new();

    public Amount Balance => _pool.Balance;

    public Amount Tainted => _pool.Tainted;

    public void Receive(Lot lot) => _pool.Add(lot);

    public void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken)
    {
        _pool.RequireBalance(outputs);
        if (_pool.Tainted.IsZero)
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                _pool.TakeClean(outputs[i], i, taken);
            }

            return;
        }

        // The last part is what stays: it takes its share of the rounding like every output.
        Span<UInt128> weights = outputs.Length < 64 ? stackalloc UInt128[outputs.Length + 1] : new UInt128[outputs.Length + 1];
        Span<UInt128> parts = outputs.Length < 64 ? stackalloc UInt128[outputs.Length + 1] : new UInt128[outputs.Length + 1];
        var stays = _pool.Balance;
        for (int i = 0; i < outputs.Length; i++)
        {
            weights[i] = outputs[i].Units;
            stays -= outputs[i];
        }

        weights[^1] = stays.Units;
        LargestRemainder.Split(_pool.Tainted.Units, weights, parts);
        for (int i = 0; i < outputs.Length; i++)
        {
            _pool.TakeTaintedInProportion(new(parts[i]), i, taken);
            _pool.TakeClean(new(outputs[i].Units - parts[i]), i, taken);
        }
    }

    public IEnumerable<Lot> Held() => _pool.Lots();
}
