using Spoor.Cli.Output;
using Spoor.Reporting.Cases;
using Spoor.Workspace.Reports;

namespace Spoor.Cli.Reports;

/// <summary>Which files a report has, for people.</summary>
internal static class ReportText
{
    public static void Write(Terminal terminal, CaseFindings findings, ReportFiles files, string folder)
    {
        terminal.Heading($"The report of {findings.Facts.Id}");
        WriteFiles(terminal, files, folder);
        terminal.Line();
        terminal.Prose($"Open {folder}/{ReportFiles.Page} in a browser: it is one file and asks nothing of the network. The same inputs give the same bytes.");
    }

    /// <summary>A line for each file that is read, and one for the tables.</summary>
    public static void WriteFiles(Terminal terminal, ReportFiles files, string folder)
    {
        terminal.Table(
            ["File", ">Bytes"],
            files.Files.Where(file => !file.Name.StartsWith("tables/", StringComparison.Ordinal)).Select(file => new[] { $"{folder}/{file.Name}", Counted.Of(file.Bytes.Length) }));
        terminal.Line($"  {folder}/tables: {Counted.Of(files.Files.Count(file => file.Name.StartsWith("tables/", StringComparison.Ordinal)), "table", "tables")} as CSV.");
    }
}
