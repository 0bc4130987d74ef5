namespace Spoor.Detection.Baselines;

/// <summary>Sum of what exceeds the usual: sees a shift that no single value shows.</summary>
/// <remarks>Page, <em>Biometrika</em> 1954; slack and limit in standard deviations as in Montgomery, §9.1.</remarks>
public struct CusumChart
{
    private const double Slack = 0.5;
    private const double Limit = 5;

    // A shift this far beyond the limit is one; without a cap a chart would need as long to calm down as it was alarmed.
    private const double Most = 2 * Limit;

    public double Sum { get; private set; }

    public readonly bool Alarms => Sum > Limit;

    public void Step(double x, double mean, double deviation) =>
        Sum = Math.Min(Most, Math.Max(0, Sum + ((x - mean) / deviation) - Slack));

    internal readonly void Write(ref StateWriter to) => to.Real(Sum);

    internal static CusumChart Read(ref StateReader from) => new() { Sum = from.Real() };
}
