using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Losses;

/// <summary><c>spoor loss</c>: how much an incident took, every version of it, and why they differ.</summary>
internal static class LossCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor loss coinex-2023",
        "spoor loss coinex-2023 --as-of 2023-09-12",
        "spoor loss coinex-2023 --prices closes.csv --prices minutes.csv.gz",
        "spoor loss my-case --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "For programs: loss/1 (docs/json.md)." };
        var csv = new Option<bool>("--csv") { Description = "The rows of all estimates as CSV." };
        var command = new Command("loss", "Show how much an incident took: per asset and chain, every version and why they differ.");
        var options = LossOptions.On(command);
        Array.ForEach<Option>([json, csv], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("Expected one of --json and --csv, or none.");
            }
        });
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var (report, priceFiles) = await options.ReportAsync(parsed, terminal, cancellation);
            Action write = parsed.GetValue(json) ? () => LossJson.Write(report, priceFiles, terminal.Bytes)
                : parsed.GetValue(csv) ? () => LossCsv.Write(report, terminal.PageText)
                : new LossPage(terminal, report).Write;
            write();
            return report.Newest is null && report.Statements.Count == 0 ? ExitCode.Nothing : ExitCode.Done;
        }
    }
}
