using System.CommandLine;
using Spoor.Cli.Cases;
using Spoor.Cli.Demo;
using Spoor.Cli.Demo.Live;
using Spoor.Cli.Output;
using Spoor.Reporting.Cases;
using Spoor.Storage;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Cases.Seals;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Labels;
using Spoor.Workspace.Reports;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor demo</c>: the theft from CoinEx as it was published, with its one published transaction traced, and what a watch would have said.</summary>
internal static class DemoCommand
{
    private const string ModelCase = "coinex-2023";

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor demo",
        "spoor demo --data coinex-published",
        "spoor demo --out coinex-report",
        "spoor demo --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "Keep the imported store in this folder [default: nothing is kept].", HelpName = "DIR" };
        var report = new Option<string?>("--out") { Description = "Write the report of the case into this folder: HTML, Markdown, PDF, tables and figures; and the case itself, sealed.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "For programs: demo/1 (docs/json.md)." };
        var command = new Command("demo", "Show the theft from the exchange CoinEx in September 2023, as far as it was published.") { data, report, json };
        var live = LiveDemoCommand.Create(terminal);
        command.Subcommands.Add(live.Command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, [.. Examples, live.Examples[0]]) { Parts = [live] };

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var folder = DataFolder.At(parsed.GetValue(data) is { } kept ? terminal.PathOf(kept) : DataFolder.Memory);
            var library = IncidentLibrary.Open(null);
            var incident = library.Find(ModelCase);
            var theft = await PublishedTheft.TraceAsync(incident, folder, cancellation);
            var answers = await CaseAnswers.OfAsync(library, incident, cancellation);
            var watched = await WatchedTheft.ReplayAsync(terminal, cancellation);
            if (parsed.GetValue(json))
            {
                DemoJson.Write(theft, answers, watched, terminal.Bytes);
            }
            else
            {
                new DemoPage(terminal, theft, answers, watched).Write();
            }

            if (parsed.GetValue(report) is { } named)
            {
                await WriteReportAsync(terminal, library, incident, named, cancellation);
            }

            if (!folder.IsInMemory)
            {
                terminal.TalkText.WriteLine($"The imported store is kept in {folder.Path}; give it only to --data of trace, compare and status.");
            }

            return ExitCode.Done;
        }
    }

    private static async Task WriteReportAsync(Terminal terminal, IncidentLibrary library, KnownIncident incident, string folder, CancellationToken cancellation)
    {
        // The report shows the very findings that are sealed beside it.
        var material = await CaseReading.MaterialAsync(incident, null, LabelFiles.None, null, cancellation);
        var sealedCase = await CaseSealing.SealAsync(library, incident, material, new() { Parameters = new() }, null, cancellation);
        var written = FollowingSeal.Write(sealedCase, terminal.PathOf(folder));
        await ReportFiles.Of(sealedCase.Findings, DeskNotes.None).WriteAsync(terminal.PathOf(folder), cancellation);
        terminal.TalkText.WriteLine($"The report is in {terminal.PathOf(folder)}: open {ReportFiles.Page} in a browser.");
        terminal.TalkText.WriteLine($"The sealed case is {written.Path}: anybody can check it with spoor case verify.");
        if (written.Earlier is { } earlier)
        {
            terminal.TalkText.WriteLine($"The other seal that was there is now {earlier}; the new one follows it: spoor case diff says what changed.");
        }
    }
}
