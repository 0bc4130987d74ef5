using System.Globalization;
using System.Text.Json;

namespace Spoor.Benchmarks.Compare;

/// <summary>What <c>spoor evaluate laundernet --json</c> says its traces took, rule by rule over all cases.</summary>
internal static class LaunderNetTimes
{
    public static void Print(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var rows = document.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => (
                Rule: row.GetProperty("rule").GetString() ?? "",
                Case: row.GetProperty("case").GetString(),
                Milliseconds: row.GetProperty("milliseconds").GetDouble()))
            .ToList();
        Console.WriteLine();
        Console.WriteLine("| LaunderNet with 20,000 noise transfers a case | cases | ms over all cases |");
        Console.WriteLine("|---|---|---|");
        foreach (var rule in rows.GroupBy(row => row.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rule.Key} | {rule.Select(row => row.Case).Distinct().Count()} | {rule.Sum(row => row.Milliseconds):F1} |"));
        }
    }
}
