using System.Text.RegularExpressions;

namespace Spoor.Tests.Architecture;

/// <summary>The field, <c>src/Spoor</c>, touches nothing outside the process and counts in whole numbers.</summary>
internal static partial class FieldPurity
{
    /// <summary>Files that may use floating point, and why: ranks and probabilities order attention, they are never amounts.</summary>
    public static readonly IReadOnlyDictionary<string, string> FloatingPointAllowed = new Dictionary<string, string>
    {
        ["src/Spoor/Attribution/BinomialBound.cs"] = "the bound of a rate solves an equation in logarithms; rounded to ten decimals before it leaves",
        ["src/Spoor/Attribution/LogOdds.cs"] = "odds are logarithms; rounded to twelve and ten decimals before they leave",
        ["src/Spoor/Detection/Baselines/ActivityChart.cs"] = "hours are compared on a statistical scale; only alarms leave",
        ["src/Spoor/Detection/Baselines/CusumChart.cs"] = "a sum of standard deviations; only alarms leave",
        ["src/Spoor/Detection/Baselines/DistinctCount.cs"] = "an estimate of a count; rounded to a whole number before it leaves",
        ["src/Spoor/Detection/Baselines/EwmaChart.cs"] = "a moving average and its limit; only alarms leave",
        ["src/Spoor/Detection/Baselines/GasHabit.cs"] = "a mean of logarithms; rounded to thousandths before it leaves",
        ["src/Spoor/Detection/Baselines/HourPattern.cs"] = "medians of log-dollars; rounded by SizeHabit before they leave",
        ["src/Spoor/Detection/Baselines/HourlyActivity.cs"] = "the worth of an hour as a statistic takes it; only alarms leave",
        ["src/Spoor/Detection/Baselines/LogHistogram.cs"] = "edges of bins on a logarithmic scale; the counts are whole",
        ["src/Spoor/Detection/Baselines/Logarithm.cs"] = "logarithms of its own, equal to the last bit on every machine",
        ["src/Spoor/Detection/Baselines/OutflowSize.cs"] = "what an outflow is worth as a statistic takes it; never shown",
        ["src/Spoor/Detection/Baselines/P2Median.cs"] = "five markers of an estimate; rounded by SizeHabit before they leave",
        ["src/Spoor/Detection/Baselines/ParetoTail.cs"] = "shape and scale of a fitted distribution; rounded to dollars by SizeHabit",
        ["src/Spoor/Detection/Baselines/PeaksOverThreshold.cs"] = "peaks on a logarithmic scale; rounded to dollars by SizeHabit",
        ["src/Spoor/Detection/Baselines/RobustScore.cs"] = "a distance in deviations; rounded to thousandths by SizeHabit",
        ["src/Spoor/Detection/Baselines/SizeHabit.cs"] = "statistics of log-dollars; thousandths and whole dollars leave",
        ["src/Spoor/Detection/Baselines/StateReader.cs"] = "reads the statistics of a habit, bit by bit",
        ["src/Spoor/Detection/Baselines/StateWriter.cs"] = "writes the statistics of a habit, bit by bit",
        ["src/Spoor/Detection/Baselines/UsualSpread.cs"] = "mean and deviation of a statistic; only alarms leave",
        ["src/Spoor/Detection/Baselines/WalletHabit.cs"] = "hands the gas price to its statistic",
        ["src/Spoor/Detection/Backtest/PoissonBounds.cs"] = "chances of a count; rounded to thousandths before they leave",
        ["src/Spoor/Detection/Backtest/Yardsticks.cs"] = "a yardstick compares logarithms of dollars; it decides and nothing of it leaves",
        ["src/Spoor/Tracing/Ranking/Chip.cs"] = "a rank is mass in parts of one; rounded to twelve decimals by RankingRun",
        ["src/Spoor/Tracing/Ranking/ChipPile.cs"] = "adds up the mass of chips; rounded by RankingRun",
        ["src/Spoor/Tracing/Ranking/LocalCommunity.cs"] = "compares sums of ranks; only a count leaves",
        ["src/Spoor/Tracing/Ranking/PaymentBookBuilder.cs"] = "weights are shares of one another, never amounts; nothing of them leaves",
        ["src/Spoor/Tracing/Ranking/RankingNode.cs"] = "the mass of an address; rounded by RankingRun",
        ["src/Spoor/Tracing/Ranking/RankingRun.cs"] = "mass in parts of one; rounded to twelve decimals before it leaves",
        ["src/Spoor/Tracing/Ranking/ResidualHeap.cs"] = "orders addresses by mass; nothing of it leaves",
        ["src/Spoor/Tracing/Ranking/Spreading.cs"] = "shares mass out by weight; rounded by RankingRun",
        ["src/Spoor/Tracing/Ranking/WalkSide.cs"] = "sums of weights; nothing of them leaves",
        ["src/Spoor/Tracing/Ranking/WeighedPayment.cs"] = "an amount as a weight among others; never shown",
    };

    public static IEnumerable<string> Offences(SourceFile file, IReadOnlyDictionary<string, string> floatingPointAllowed)
    {
        if (UsesFloatingPoint(file) && !floatingPointAllowed.ContainsKey(file.Path))
        {
            yield return $"{file.Path} uses floating point: use whole units, or list the file with its reason";
        }

        foreach (Match match in Outside().Matches(file.CodeWithoutStrings))
        {
            yield return $"{file.Path} uses {match.Value}: the field has no I/O";
        }

        foreach (Match match in Sql().Matches(file.Code))
        {
            yield return $"{file.Path} holds SQL ({match.Value}): it belongs to Spoor.Storage";
        }
    }

    public static bool UsesFloatingPoint(SourceFile file) => FloatingPoint().IsMatch(file.CodeWithoutStrings);

    [GeneratedRegex(@"\b(double|float|Double|Single|Half)\b(?!\s*\()|\bMath\.(Pow|Sqrt|Log|Exp)\b")]
    private static partial Regex FloatingPoint();

    // Streams as such are not listed: an embedded resource is read through one.
    [GeneratedRegex(@"(?<![\w.])(?:System\.IO\.|System\.Net\.Http\.|System\.)?(?:(?:File|Directory|Console|Environment)\.\w+|FileStream|FileInfo|DirectoryInfo|DriveInfo|HttpClient|MemoryMappedFile|TcpClient|Socket)\b|\bProcess\.Start\b|\bPath\.(?:GetTempPath|GetTempFileName|GetFullPath|Exists)\b|\busing\s+(?:System\.Net|System\.Data|System\.IO\.Pipes|DuckDB|Spoor\.(?:Storage|Chains|Web|Cli))\b")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(SELECT\s+\w+|INSERT\s+INTO|CREATE\s+TABLE|DELETE\s+FROM)\b")]
    private static partial Regex Sql();
}
