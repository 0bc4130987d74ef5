using System.Globalization;
using Spoor.Tracing.Evaluation;
using Spoor.Tracing.Relevance;

namespace Spoor.Cli.Evaluation;

/// <summary>A report on relevance for people: what was learned, how it holds on cases not seen, the curve, the ceiling.</summary>
internal static class RelevanceTable
{
    private static readonly (string Name, int Width)[] Columns =
    [
        ("threshold", 9), ("case", -22), ("addresses", 9), ("terminals", 9), ("of reach", 8), ("precision", 9), ("nodes", 7),
    ];

    public static void Write(TextWriter output, RelevanceReport report)
    {
        output.WriteLine("Each case by weights and a threshold learned from the others");
        WriteLine(output, Columns.Select(column => column.Name));
        foreach (var held in report.HeldOut)
        {
            WriteLine(output, Fields(held.Rule.Threshold, held.Score));
        }

        WriteLine(output, Means(null, [.. report.HeldOut.Select(held => held.Score)]));
        output.WriteLine();
        WriteWeights(output, report.Learned);
        output.WriteLine("The mean of the cases at other thresholds, with the weights learned from all");
        WriteLine(output, Columns.Select(column => column.Name));
        foreach (var point in report.Curve)
        {
            WriteLine(output, Means(point.Threshold, point.Scores));
        }

        output.WriteLine();
        WriteCeilings(output, report);
    }

    private static void WriteWeights(TextWriter output, RelevanceRule rule)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Learned from all cases, in decibans; followed from {rule.Threshold} on, and always from {rule.AlwaysPerMillion:N0} millionths of the theft"));
        foreach (var (trait, weights) in RelevanceTrait.All.Zip(rule.Weights.ByTrait))
        {
            foreach (var (level, weight) in trait.Levels.Zip(weights))
            {
                output.WriteLine($"  {level,-32} {RelevanceWeights.WithSign(weight),4}");
            }
        }

        output.WriteLine();
    }

    private static void WriteCeilings(TextWriter output, RelevanceReport report)
    {
        output.WriteLine("One who knows the truth: follows the true addresses and nobody else; strangers are those they paid with tainted money");
        foreach (var ceiling in report.Ceilings)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {ceiling.Known.Case,-22} addresses {ceiling.Known.AddressRecall}, of reach {ceiling.Known.CoverageOfReachable}, {ceiling.Strangers:N0} strangers: precision 1.0000 listing none of them, {ceiling.PrecisionOfListing} listing all"));
        }
    }

    private static IEnumerable<string> Fields(int threshold, TracingScore score) =>
    [
        Number(threshold), score.Case, Share(score.AddressRecall), Share(score.TerminalRecall), Share(score.CoverageOfReachable), Share(score.Precision), Number(score.Nodes),
    ];

    private static IEnumerable<string> Means(int? threshold, IReadOnlyList<TracingScore> scores) =>
    [
        threshold is { } known ? Number(known) : "", "mean",
        Mean(scores, score => score.AddressRecall), Mean(scores, score => score.TerminalRecall), Mean(scores, score => score.CoverageOfReachable), Mean(scores, score => score.Precision),
        Number((int)decimal.Round((decimal)scores.Average(score => (decimal)score.Nodes))),
    ];

    private static string Mean(IReadOnlyList<TracingScore> scores, Func<TracingScore, Ratio?> measure) =>
        CurveMean.Of(scores, measure).ToString("0.0000", CultureInfo.InvariantCulture);

    private static void WriteLine(TextWriter output, IEnumerable<string> fields) =>
        output.WriteLine(string.Join(' ', fields.Zip(Columns, (field, column) => column.Width < 0 ? field.PadRight(-column.Width) : field.PadLeft(column.Width))).TrimEnd());

    private static string Share(Ratio? share) => share?.ToString() ?? "";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
