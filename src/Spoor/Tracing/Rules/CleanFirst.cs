using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>The clean money is spent first: trust law's lowest intermediate balance.</summary>
/// <remarks>
/// The lower extreme: up to any moment no conserving rule lets less taint out of a holding that received the same
/// lots (law P4). That holds for the holding, not for each of its destinations.
/// </remarks>
public sealed class CleanFirst : ITaint
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
            var clean = Amount.Min(_pool.Clean, outputs[i]);
            _pool.TakeClean(clean, i, taken);
            _pool.TakeTainted(outputs[i] - clean, i, taken);
        }
    }

    public IEnumerable<Lot> Held() => _pool.Lots();
}
