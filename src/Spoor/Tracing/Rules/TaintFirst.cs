using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Seniority: the dirty money is spent first.</summary>
/// <remarks>
/// The upper extreme: up to any moment no conserving rule lets more taint out of a holding that received the same
/// lots (law P4). That holds for the holding, not for each of its destinations.
/// </remarks>
public sealed class TaintFirst : ITaint
{
    private readonly LotPool _pool = new();

    public Amount Balance => _pool.Balance;

    public Amount Tainted => _pool.Tainted;

    public void Receive(Lot lot) => _pool.Add(lot);

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
}
