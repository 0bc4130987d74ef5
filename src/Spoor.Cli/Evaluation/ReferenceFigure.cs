namespace Spoor.Cli.Evaluation;

/// <summary>What somebody else's method, or a plain search, reached on the same kind of case.</summary>
/// <param name="Corpus">As the command line calls it.</param>
/// <param name="Case">The case, or how many were averaged.</param>
/// <param name="Noise">Transfers of background traffic around each case.</param>
/// <remarks>Figures are as published; an empty one is not known.</remarks>
internal sealed record ReferenceFigure(
    string Corpus, string Case, string Noise, string Method, string AddressRecall, string TerminalRecall, string ValueCoverage,
    string Precision, string FalsePositiveRate, string Nodes, string Milliseconds, string Source)
{
    private const string Resource = "Spoor.Cli.Evaluation.reference-figures.csv";

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<ReferenceFigure> All { get; } = [.. Lines().Skip(1).Select(Parse)];

    private static ReferenceFigure Parse(string line) => line.Split(',') is
        [var corpus, var name, var noise, var method, var addresses, var terminals, var value, var precision, var strangers, var nodes, var time, var source]
        ? new(corpus, name, noise, method, addresses, terminals, value, precision, strangers, nodes, time, source)
        : throw new FormatException($"{Resource}: expected 12 fields without commas in them, found '{line}'.");

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(ReferenceFigure).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Expected {Resource} in the assembly, found none.");
        using var text = new StreamReader(stream);
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
