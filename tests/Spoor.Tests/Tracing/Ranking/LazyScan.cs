namespace Spoor.Tests.Tracing.Ranking;

/// <summary>The lazy push of Andersen, Chung and Lang on S–A, S–B, S–X, A–C, taking the first name that has enough.</summary>
internal sealed record LazyScan(Dictionary<string, decimal> Settled, int Pushes)
{
    public static readonly string[] Names = ["S", "A", "B", "C", "X"];

    private const decimal Alpha = 0.15m;

    private static readonly Dictionary<string, string[]> Neighbours = new()
    {
        ["A"] = ["C", "S"],
        ["B"] = ["S"],
        ["C"] = ["A"],
        ["S"] = ["A", "B", "X"],
        ["X"] = ["S"],
    };

    public static int DegreeOf(string name) => Neighbours[name].Length;

    public static LazyScan Of(decimal epsilon)
    {
        var settled = Names.ToDictionary(name => name, _ => 0m);
        var residual = Names.ToDictionary(name => name, name => name == "S" ? 1m : 0m);
        int pushes = 0;
        while (Neighbours.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => residual[name] >= epsilon * DegreeOf(name)) is { } pushed)
        {
            decimal mass = residual[pushed];
            settled[pushed] += Alpha * mass;
            residual[pushed] = (1 - Alpha) * mass / 2;
            foreach (string neighbour in Neighbours[pushed])
            {
                residual[neighbour] += (1 - Alpha) * mass / 2 / DegreeOf(pushed);
            }

            pushes++;
        }

        return new(settled, pushes);
    }
}
