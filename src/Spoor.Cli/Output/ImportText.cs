using Spoor.Storage.DuckDb.Import;

namespace Spoor.Cli.Output;

/// <summary>What an import has done, for people.</summary>
internal static class ImportText
{
    /// <summary>One line a file, while more are on their way.</summary>
    public static string Line(ImportReport report)
    {
        string line = $"{report.File}: {Counted.Of(report.Rows, "row", "rows")}, {Counted.Of(report.Added)} new, {Counted.Of(report.Known)} known";
        return report.RejectsFile is null ? line : $"{line}; {Counted.Of(report.Bad, "bad row", "bad rows")} in {report.RejectsFile}";
    }

    /// <param name="added">What was new where it was to go in the end.</param>
    public static void Write(Terminal terminal, IReadOnlyList<ImportReport> reports, long added)
    {
        terminal.Table(
            ["File", "Format", ">Rows", ">New", ">Known", ">Skipped", ">Refused", ">Bad", ">Rounded"],
            reports.Select(report => (IReadOnlyList<string>)
            [
                report.File, report.Format, Counted.Of(report.Rows), Counted.Of(report.Added), Counted.Of(report.Known),
                Counted.Of(report.SkippedTotal), Counted.Of(report.Refused), Counted.Of(report.Bad), Counted.Of(report.Rounded),
            ]));
        terminal.Line();
        foreach (var skipped in reports.SelectMany(report => report.Skipped).GroupBy(skipped => skipped.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            terminal.Line($"  Skipped, {skipped.Key}: {Counted.Of(skipped.Sum(one => one.Rows), "row", "rows")}");
        }

        foreach (var refused in reports.SelectMany(report => report.Refusals))
        {
            terminal.Line($"  Refused, 2^128 or more: {refused.Amount} of {refused.Asset}");
        }

        terminal.Line($"{Counted.Of(added, "transfer", "transfers")} added. Next: spoor status; spoor trace --seed ADDRESS");
    }
}
