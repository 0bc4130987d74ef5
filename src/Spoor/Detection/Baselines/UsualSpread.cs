namespace Spoor.Detection.Baselines;

/// <summary>Mean and standard deviation of what a stream usually gives; a wild value counts as three deviations.</summary>
/// <remarks>Welford, <em>Technometrics</em> 1962, with a memory: from <c>most</c> values on the old ones fade.</remarks>
public struct UsualSpread
{
    private const int BoundedFrom = 24;
    private const double Bound = 3;

    private double _variance;

    public int Count { get; private set; }

    public double Mean { get; private set; }

    public readonly double Deviation(double least) => Math.Max(least, Math.Sqrt(_variance));

    public void Add(double x, int most, double least)
    {
        double reach = Count < BoundedFrom ? double.MaxValue : Bound * Deviation(least);
        double off = Math.Clamp(x - Mean, -reach, reach);
        Count = Math.Min(Count + 1, most);
        Mean += off / Count;
        _variance += ((off * (off - (off / Count))) - _variance) / Count;
    }

    internal readonly void Write(ref StateWriter to)
    {
        to.Count(Count);
        to.Real(Mean);
        to.Real(_variance);
    }

    internal static UsualSpread Read(ref StateReader from) =>
        new() { Count = from.Count(int.MaxValue), Mean = from.Real(), _variance = from.Real() };
}
