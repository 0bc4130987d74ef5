using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Output;
using Spoor.Incidents.Losses;
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
        var incident = new Argument<string>("INCIDENT") { Description = "An incident of the program, or the folder of one." };
        var incidents = IncidentsOption.Create();
        var asOf = DayOption.Create("--as-of", "Leave out what was not yet there at the end of this day.");
        var prices = new Option<string[]>("--prices") { Description = "Prices instead of the folder's own; of two that differ, the first named is used.", HelpName = "FILE" };
        var data = new Option<string?>("--data") { Description = "Count from the transfers of this data folder, too [default: the incident's own transfers.csv].", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "For programs: loss/1 (docs/json.md)." };
        var csv = new Option<bool>("--csv") { Description = "The rows of all estimates as CSV." };
        var command = new Command("loss", "Show how much an incident took: per asset and chain, every version and why they differ.")
        {
            incident, asOf, prices, data, incidents, json, csv,
        };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var known = incidents.OpenIncidents(parsed, terminal).Find(parsed.GetValue(incident)!);
            var folder = LossFolder.Read(known, [.. (parsed.GetValue(prices) ?? []).Select(terminal.PathOf)]);
            var day = asOf.DayOf(parsed);
            string? store = parsed.GetValue(data) is { } named ? terminal.PathOf(named) : null;
            var found = await TransferReading.RunAsync(known, store, day, cancellation);
            var report = LossReport.Of(known.Facts, folder.History, folder.Prices, found.Estimate, day) with { Uncapped = found.Uncapped, ZeroPrices = folder.ZeroPrices };
            Write(report, folder, parsed.GetValue(json), parsed.GetValue(csv));
            return report.Newest is null && report.Statements.Count == 0 ? ExitCode.Nothing : ExitCode.Done;
        }

        void Write(LossReport report, LossFolder folder, bool isJson, bool isCsv)
        {
            if (isJson)
            {
                LossJson.Write(report, folder.PriceFiles, terminal.Bytes);
            }
            else if (isCsv)
            {
                LossCsv.Write(report, terminal.PageText);
            }
            else
            {
                new LossPage(terminal, report).Write();
            }
        }
    }
}
