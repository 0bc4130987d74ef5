using Spoor.Reporting;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Cli.Output;

/// <summary>What an import has done, for people and as <c>import/1</c>.</summary>
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

    public static void WriteJson(IReadOnlyList<ImportReport> reports, long added, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "import/1");
        json.WriteObjects("files", reports, report =>
        {
            json.WriteString("file", report.File);
            json.WriteString("sha256", report.Sha256);
            json.WriteString("format", report.Format);
            json.WriteString("chain", report.Chain);
            json.WriteNumber("rows", report.Rows);
            json.WriteNumber("moved", report.Moved);
            json.WriteStartObject("skipped");
            report.Skipped.ToList().ForEach(skipped => json.WriteNumber(skipped.Reason, skipped.Rows));
            json.WriteEndObject();
            json.WriteNumber("refused", report.Refused);
            json.WriteNumber("bad", report.Bad);
            json.WriteString("rejects", report.RejectsFile);
            json.WriteNumber("added", report.Added);
            json.WriteNumber("known", report.Known);
            json.WriteNumber("rounded", report.Rounded);
        });
        json.WriteNumber("added", added);
    });
}
