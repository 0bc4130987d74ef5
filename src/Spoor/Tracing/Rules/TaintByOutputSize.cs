using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Taint goes to the outputs of one transaction by their size: TIHO and TILO.</summary>
/// <remarks>
/// Taint in, highest out (<see cref="HighestFirst"/>) or lowest out (<see cref="LowestFirst"/>): Tironsakkul et al.,
/// <i>Tracking Mixed Bitcoins</i> (2020). Made for UTXO transactions; the fee is a spend of its own after the outputs.
/// On account chains a payment stands alone in its spend, and both rules let the dirty money go first. Known error:
/// the size of an output is the thief's choice.
/// </remarks>
public sealed class TaintByOutputSize : ITaint
{
    private readonly LotPool _pool = new();
    private readonly bool _highest;

    private TaintByOutputSize(bool highest) => _highest = highest;

    public Amount Balance => _pool.Balance;

    public Amount Tainted => _pool.Tainted;

    public static TaintByOutputSize HighestFirst() => new(highest: true);

    public static TaintByOutputSize LowestFirst() => new(highest: false);

    public void Receive(Lot lot) => _pool.Add(lot);

    public void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken)
    {
        _pool.RequireBalance(outputs);
        var sizes = outputs.ToArray();
        int[] order = [.. Enumerable.Range(0, sizes.Length)];
        Array.Sort(order, (a, b) => CompareSizes(sizes, a, b));

        int firstTaken = taken.Count;
        foreach (int i in order)
        {
            var dirty = Amount.Min(_pool.Tainted, sizes[i]);
            _pool.TakeTainted(dirty, i, taken);
            _pool.TakeClean(sizes[i] - dirty, i, taken);
        }

        // Lots are promised in order of output; the sort is stable because each output's lots are taken together.
        var byOutput = taken.Skip(firstTaken).OrderBy(lot => lot.Output).ToList();
        taken.RemoveRange(firstTaken, taken.Count - firstTaken);
        taken.AddRange(byOutput);
    }

    public IEnumerable<Lot> Held() => _pool.Lots();

    private int CompareSizes(Amount[] sizes, int a, int b)
    {
        int bySize = _highest ? sizes[b].CompareTo(sizes[a]) : sizes[a].CompareTo(sizes[b]);
        return bySize != 0 ? bySize : a.CompareTo(b);
    }
}
