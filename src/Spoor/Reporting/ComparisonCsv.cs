using Spoor.Tracing;

namespace Spoor.Reporting;

/// <summary>A comparison of rules as CSV: one row a destination, one column a rule.</summary>
public static class ComparisonCsv
{
    public static void Write(RuleComparison comparison, TextWriter output) => CsvText.Write(
        output,
        ["address", "asset", "stop", .. comparison.Traces.Select(trace => trace.Request.Rule.Name), "least", "most", "depends"],
        comparison.Destinations.Select(CellsOf));

    private static string?[] CellsOf(ComparedDestination destination) =>
    [
        Rendered.Account(destination.Asset.Chain, destination.Address),
        destination.Asset.ToString(),
        destination.Stop?.ToString(),
        .. destination.Amounts.Select(amount => amount.ToString()),
        destination.Least.ToString(),
        destination.Most.ToString(),
        ComparisonJson.NameOf(destination.Dependence),
    ];
}
