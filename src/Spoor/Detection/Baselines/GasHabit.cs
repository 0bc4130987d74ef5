namespace Spoor.Detection.Baselines;

/// <summary>What a wallet usually pays per unit of gas; it follows the market within some sixty transactions.</summary>
public struct GasHabit
{
    private const int Memory = 64;
    private const long MostRatio = 1_000_000_000;

    private double _usual;
    private int _count;

    public readonly int Count => _count;

    /// <summary>Thousandths of what is usual: 1,000 is as ever, 3,000 three times as much.</summary>
    public readonly long Ratio(double price) => (long)Math.Round(Math.Min(MostRatio, 1_000 * price / Logarithm.Exponential(_usual)));

    public void Learn(double price)
    {
        _count = Math.Min(_count + 1, Memory);
        _usual += (Logarithm.Natural(price) - _usual) / _count;
    }

    internal readonly void Write(ref StateWriter to)
    {
        to.Count(_count);
        to.Real(_usual);
    }

    internal static GasHabit Read(ref StateReader from) => new() { _count = from.Count(Memory), _usual = from.Real() };
}
