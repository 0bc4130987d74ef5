using System.CommandLine;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Responses;
using Spoor.Response.Watching;
using Spoor.Transfers;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond watch</c>: keeps the thief's addresses, and those that stolen value went on to, in watch files.</summary>
internal static class RespondWatchCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("watch", "Write watch files of the thief's addresses and of those that got a share of a theft, one a chain, for spoor watch.");
        var desk = DeskOptions.On(command);
        var share = new Option<string>("--share") { Description = "An address joins that got at least this share of one theft.", HelpName = "SHARE", DefaultValueFactory = _ => "0.01" };
        var data = new Option<string?>("--data") { Description = "Trace in this data folder [default: the incident's own transfers.csv].", HelpName = "DIR" };
        var labels = new Option<string[]>("--labels") { Description = "Labels of services; may be repeated.", HelpName = "FILE" };
        Array.ForEach<Option>([share, data, labels], command.Options.Add);
        var incidents = IncidentsOption.Create();
        command.Options.Add(incidents);
        var author = AuthorOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: thief-watch/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command,
        [
            "spoor respond watch coinex-2023 --why \"say when the thief moves\"",
            "spoor respond watch coinex-2023 --data case-17 --labels services.csv --share 0.05 --why \"after the second trace\"",
        ]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var library = incidents.OpenIncidents(parsed, terminal);
            var folder = parsed.GetValue(data) is { } named ? Storage.DataFolder.At(terminal.PathOf(named)) : null;
            long perMillion = ShareText.PerMillion(parsed.GetValue(share)!);
            var inputs = await CaseReading.ReadAsync(library, library.Find(desk.TypedOf(parsed)), folder, TypedLabels.Read(parsed.GetValue(labels) ?? [], terminal), new(), cancellation);
            using var closing = inputs.Transfers as IDisposable;
            var trace = await CaseFindings.TraceAsync(inputs, TraceTalk.Of(terminal), cancellation);
            using var file = desk.Open(parsed, terminal);
            var notes = WatchActs.Join(file.Log, inputs.Facts, JoinRule.Of(trace, perMillion), perMillion, author.Read(parsed), terminal.Clock.GetUtcNow());
            notes.ToList().ForEach(note => file.Append(note));
            var written = WriteFiles(WatchActs.Lists(file.Log, desk.IncidentOf(parsed)), Path.GetDirectoryName(file.Path)!);
            if (parsed.GetValue(json))
            {
                ThiefWatchJson.Write(desk.IncidentOf(parsed), notes.Count, written, terminal.Bytes);
            }
            else
            {
                Show(terminal, written, notes.Count);
            }

            return ExitCode.Done;
        }
    }

    private static List<(ChainId Chain, string File, WatchList List)> WriteFiles(IReadOnlyList<(ChainId Chain, WatchList List)> lists, string folder)
    {
        var written = lists.Select(list => (list.Chain, File: $"thief-{list.Chain.Value.Replace(':', '-')}.watch.yaml", list.List)).ToList();
        written.ForEach(list => File.WriteAllText(Path.Combine(folder, list.File), WatchText.Write(list.List)));
        return written;
    }

    private static void Show(Terminal terminal, IReadOnlyList<(ChainId Chain, string File, WatchList List)> lists, int joined)
    {
        terminal.Heading($"{Counted.Of(joined, "address", "addresses")} joined the watch");
        foreach (var (chain, file, list) in lists)
        {
            string name = ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
            terminal.Line($"  {name}: {Counted.Of(list.Owners[0].Wallets.Count, "address", "addresses")} in {file}");
        }

        terminal.Line();
        terminal.Line("  The files lie beside the log. Watch one: spoor watch FILE --rpc CHAIN=URL");
    }
}
