using Spoor.Detection.Baselines;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Baselines;

/// <summary>Made-up outflows of an exchange: log-normal about 1,000 dollars, ten an hour, some customers regular, most once.</summary>
internal static class HabitStreams
{
    private static readonly DateTimeOffset Start = new(2023, 1, 2, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<HabitOutflow> Exchange(int count, int seed)
    {
        var draws = new Draws(seed);
        for (int i = 0; i < count; i++)
        {
            double dollars = Math.Pow(10, draws.Normal(3, 0.6));
            long to = draws.Uniform() < 0.4 ? draws.Below(200) : 1_000 + draws.Below(1_000_000);
            int batch = draws.Uniform() < 0.1 ? 5 : 1;
            yield return Outflow((i * 6) + draws.Below(6), dollars, to, 10 + (20 * draws.Uniform()), batch);
        }
    }

    public static HabitOutflow Outflow(long minutes, double dollars, long to, double gasGwei = 20, int inTransaction = 1) => new(
        Start.AddMinutes(minutes), new UsdValue((long)(dollars * 1e6)), CounterpartyTests.Numbered(to),
        new Amount((UInt128)(gasGwei * 1e9)), inTransaction);
}
