using Spoor.Transfers;

namespace Spoor.Tracing.Rules;

/// <summary>Last in, first out: a holding spends what it received latest.</summary>
/// <remarks>
/// Conserves every unit. Lots are handed on newest first, so that one payment and the same payment in two parts leave
/// the recipient with the same stack (law P8). Known error: as for <see cref="FifoTaint"/>; it keeps taint moving where
/// money passes straight through, and leaves it lying under fresh deposits where it does not.
/// </remarks>
public sealed class LifoTaint : ITaint
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
            _lots.Take(outputs[i], oldest: false, i, taken);
        }
    }

    public IEnumerable<Lot> Held() => _lots.Lots();
}
