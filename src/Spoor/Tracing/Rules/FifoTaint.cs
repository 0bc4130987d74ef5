using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>First in, first out: a holding spends what it received earliest.</summary>
/// <remarks>
/// Clayton's Case (1816); Anderson, Shumailov and Ahmed, <i>Making Bitcoin Legal</i> (2018). Conserves every unit and
/// can be run backwards without loss (law P6). Known error: it says more than is known – inside one holding units have
/// no identity – and a thief who knows it can choose which payment looks stolen.
/// </remarks>
public sealed class FifoTaint : ITaint
{
    private readonly LotSequence _lots = new();

    public Amount Balance => _lots.Balance;

    public Amount Tainted => _lots.Tainted;

    public void Receive(Lot lot) => _lots.AddLast(lot);

    public void Open(Lot lot) => _lots.AddFirst(lot);

    public void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            _lots.Take(outputs[i], oldest: true, i, taken);
        }
    }

    public IEnumerable<Lot> Held() => _lots.Lots();
}
