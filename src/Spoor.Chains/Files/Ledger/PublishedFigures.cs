using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Totals that others published, to compare with.</summary>
internal static class PublishedFigures
{
    public static LedgerContent Read(string file, TextReader text)
    {
        List<PublishedFigure> figures = [.. CsvLine.ReadAll(file, text).Select(FigureOf)];
        return figures.GroupBy(figure => (figure.Who, figure.Period.Text, figure.Measure)).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new FormatException($"{file}: expected each figure once, found {twice.Key.Who}, {twice.Key.Text}, {twice.Key.Measure} {twice.Count()} times. Remove the double row.")
            : new(file, "") { Figures = figures };
    }

    private static PublishedFigure FigureOf(CsvLine line) => new(
        line.RequiredText("who"),
        LedgerPeriod.TryParse(line.RequiredText("period"), out var period) ? period : throw line.Fault("period", "a period such as 2023-08, 2023-Q3 or 2023-01..2023-08"),
        line.RequiredText("measure"),
        line.Usd("usd") ?? throw line.Fault("usd", "dollars"),
        line.Text("count_or_precision"),
        line.Text("note"));
}
