using System.Globalization;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Evaluation;

/// <summary>Scores for people: one block a case, with what others reached below.</summary>
internal static class ScoreTable
{
    private static readonly (string Name, int Width)[] Columns =
    [
        ("rule", -42), ("addresses", 9), ("terminals", 9), ("value", 7), ("of reach", 8), ("precision", 9), ("fpr", 7), ("nodes", 7), ("ms", 9), ("books", 6),
    ];

    public static void Write(TextWriter output, CaseCorpus corpus, IReadOnlyList<ScoreRow> rows)
    {
        foreach (var ofCase in rows.GroupBy(row => row.Score.Case))
        {
            var first = ofCase.First();
            string reachable = first.Score.Reachable is { } share ? $", reachable in time order {share}" : "";
            string noise = first.Noise > 0 ? $" among {Number(first.Noise)} transfers of noise" : "";
            output.WriteLine($"{ofCase.Key}{noise}{reachable}");
            WriteLine(output, Columns.Select(column => column.Name));
            foreach (var row in ofCase)
            {
                WriteLine(output, Fields(row));
            }

            output.WriteLine();
            WriteReferences(output, corpus, ofCase.Key, first.Noise);
        }
    }

    /// <summary>Which true flows were missed, and why.</summary>
    public static void WriteMissed(TextWriter output, IReadOnlyList<ScoreRow> rows)
    {
        foreach (var row in rows.Where(row => row.Missed.Count > 0))
        {
            output.WriteLine($"{row.Score.Case}, {row.Score.Rule}: {Number(row.Missed.Count)} flows missed");
            foreach (var ofReason in row.Missed.GroupBy(missed => missed.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                output.WriteLine($"  {ofReason.Key}");
                foreach (var (flow, _) in ofReason)
                {
                    output.WriteLine($"    {flow.Position,-16} {flow.Tx.Render(flow.Chain)} {flow.Amount.ToDecimalString(2),16} USD");
                }
            }

            output.WriteLine();
        }
    }

    private static void WriteReferences(TextWriter output, CaseCorpus corpus, string name, int noise)
    {
        string around = noise.ToString(CultureInfo.InvariantCulture);
        var figures = ReferenceFigure.All.Where(figure => figure.Corpus == corpus.Name && figure.Noise == around
            && (figure.Case == name || figure.Case.StartsWith("mean", StringComparison.Ordinal)));
        foreach (var ofSource in figures.GroupBy(figure => (figure.Case, figure.Source)))
        {
            output.WriteLine($"  beside it, {ofSource.Key.Case}: {ofSource.Key.Source}");
            foreach (var one in ofSource)
            {
                WriteLine(output,
                    [one.Method, one.AddressRecall, one.TerminalRecall, one.ValueCoverage, "", one.Precision, one.FalsePositiveRate, one.Nodes, one.Milliseconds, ""]);
            }

            output.WriteLine();
        }
    }

    private static IEnumerable<string> Fields(ScoreRow row) =>
    [
        row.Score.Rule,
        Share(row.Score.AddressRecall),
        Share(row.Score.TerminalRecall),
        Share(row.Score.ValueCoverage),
        Share(row.Score.CoverageOfReachable),
        Share(row.Score.Precision),
        Share(row.Score.FalsePositiveRate),
        Number(row.Score.Nodes),
        row.Milliseconds.ToString("0.00", CultureInfo.InvariantCulture),
        row.Difference is { } difference ? difference.ToString(CultureInfo.InvariantCulture) : "",
    ];

    private static void WriteLine(TextWriter output, IEnumerable<string> fields) =>
        output.WriteLine(string.Join(' ', fields.Zip(Columns, (field, column) => column.Width < 0 ? field.PadRight(-column.Width) : field.PadLeft(column.Width))).TrimEnd());

    private static string Share(Ratio? share) => share?.ToString() ?? "";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
