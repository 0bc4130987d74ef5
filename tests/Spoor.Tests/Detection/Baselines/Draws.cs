namespace Spoor.Tests.Detection.Baselines;

/// <summary>Seeded draws from known distributions.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    public double Uniform() => _random.NextDouble();

    public int Below(int limit) => _random.Next(limit);

    public double Normal(double mean, double deviation)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        return mean + (deviation * radius * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }

    /// <summary>By inversion: scale / shape ((1 - u)^-shape - 1).</summary>
    public double Pareto(double shape, double scale)
    {
        double rest = 1 - _random.NextDouble();
        return shape == 0 ? -scale * Math.Log(rest) : scale / shape * (Math.Pow(rest, -shape) - 1);
    }

    public double[] Many(int count, Func<Draws, double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw(this))];
}
