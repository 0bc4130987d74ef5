using Spoor.Tracing;
using Spoor.Tracing.Rules;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>FIFO that turns one stolen unit of every larger stolen lot into a clean one: the fault the laws are there to catch.</summary>
internal sealed class LeakyTaint : ITaint
{
    private readonly FifoTaint _sound = new();

    public Amount Balance => _sound.Balance;

    public Amount Tainted => _sound.Tainted;

    public void Receive(Lot lot) => _sound.Receive(lot);

    public void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken)
    {
        int before = taken.Count;
        _sound.Spend(outputs, taken);
        for (int i = before; i < taken.Count; i++)
        {
            var (output, lot) = taken[i];
            if (lot.IsTainted && lot.Amount.Units > 1)
            {
                taken[i] = new(output, lot.Without(new(new(1), lot.Theft)));
                taken.Add(new(output, Lot.Clean(new(1))));
                return;
            }
        }
    }

    public IEnumerable<Lot> Held() => _sound.Held();
}
