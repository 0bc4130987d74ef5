using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Workspace.Reports;

namespace Spoor.Cli.Reports;

/// <summary><c>spoor report</c>: all that is known of a case, for people, in one folder.</summary>
internal static class ReportCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor report coinex-2023 --out report",
        "spoor report coinex-2023 --out report --as-of 2023-09-13",
        "spoor report ./my-case --data case-17 --labels services.csv --out report",
        "spoor report coinex-2023 --out report --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var to = new Option<string>("--out") { Description = "The folder to write to; files of the same name are replaced.", HelpName = "DIR", Required = true };
        var json = new Option<bool>("--json") { Description = "For programs: report/1 (docs/json.md)." };
        var command = new Command("report", "Write the report of a case: one HTML file, Markdown, PDF, every table as CSV and every figure as SVG.");
        var options = ReportOptions.On(command);
        Array.ForEach<Option>([to, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var (findings, desk) = await options.FindingsAsync(parsed, terminal, cancellation);
            var files = ReportFiles.Of(findings, desk);
            await files.WriteAsync(terminal.PathOf(parsed.GetValue(to)!), cancellation);
            if (parsed.GetValue(json))
            {
                ReportJson.Write(findings, files, terminal.Bytes);
            }
            else
            {
                ReportText.Write(terminal, findings, files, parsed.GetValue(to)!);
            }

            return ExitCode.Done;
        }
    }
}
