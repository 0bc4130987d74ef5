namespace Spoor.Detection.Baselines;

/// <summary>Exponentially weighted moving average with its upper control limit: sees small rises that last.</summary>
/// <remarks>Roberts, <em>Technometrics</em> 1959; the limit that widens with time: Montgomery, <em>Introduction to Statistical Quality Control</em>, §9.2.</remarks>
public struct EwmaChart
{
    private const double Weight = 0.2;
    private const double Width = 3;
    private const double Remains = (1 - Weight) * (1 - Weight);

    /// <summary>The average after <see cref="Steps"/> values.</summary>
    public double Average { get; private set; }

    public long Steps { get; private set; }

    // (1 - weight) ^ (2 steps), multiplied up so that no power is taken.
    private double _faded;

    public static EwmaChart At(double mean) => new() { Average = mean, _faded = 1 };

    public void Step(double x)
    {
        Average = (Weight * x) + ((1 - Weight) * Average);
        _faded *= Remains;
        Steps++;
    }

    /// <summary>Where the average would be too high after the steps so far.</summary>
    public readonly double Limit(double mean, double deviation) =>
        mean + (Width * deviation * Math.Sqrt(Weight / (2 - Weight) * (1 - _faded)));

    public readonly bool Alarms(double mean, double deviation) => Average > Limit(mean, deviation);

    internal readonly void Write(ref StateWriter to)
    {
        to.Real(Average);
        to.Real(_faded);
        to.Long(Steps);
    }

    internal static EwmaChart Read(ref StateReader from) =>
        new() { Average = from.Real(), _faded = from.Real(), Steps = from.Long() };
}
