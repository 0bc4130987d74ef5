using System.CommandLine;
using System.Security.Cryptography;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Responses;
using Spoor.Response;
using Spoor.Response.Freezing;
using Spoor.Storage.Acts;
using Spoor.Tracing;
using Spoor.Workspace.Cases;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond freeze</c>: a packet for everybody who can stop what the trace reached.</summary>
internal static class FreezeCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor respond freeze coinex-2023 --why \"stop what can be stopped\" --authority \"Hong Kong Police\" --case-number HK-17 --contact desk@example.com",
        "spoor respond freeze coinex-2023 --data case-17 --labels services.csv --to Tether --deadline 2023-09-14T12:00:00Z --why \"USDT still at the thief's\"",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("freeze", "Write a packet for every issuer and service that can stop stolen value, with the way from the theft to it.");
        var desk = DeskOptions.On(command);
        var to = new Option<string[]>("--to") { Description = "Only for this issuer or service; may be given again.", HelpName = "NAME" };
        var data = new Option<string?>("--data") { Description = "Trace in this data folder [default: the incident's own transfers.csv].", HelpName = "DIR" };
        var labels = new Option<string[]>("--labels") { Description = "Labels of services; may be repeated.", HelpName = "FILE" };
        var rule = new Option<string>("--rule") { Description = "The taint rule (docs/methods).", DefaultValueFactory = _ => TaintRule.Haircut.Name };
        rule.AcceptOnlyFromAmong([.. TaintRule.All.Select(known => known.Name)]);
        Array.ForEach<Option>([to, data, labels, rule], command.Options.Add);
        var incidents = IncidentsOption.Create();
        command.Options.Add(incidents);
        var asks = FreezeOptions.On(command);
        var author = AuthorOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        command.Options.Add(json);
        Verb[] parts = [FreezeStepCommand.CreateSent(terminal), FreezeStepCommand.CreateAcknowledged(terminal), FreezeDecidedCommand.Create(terminal)];
        Array.ForEach(parts, part => command.Subcommands.Add(part.Command));
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples) { Parts = parts };

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var library = incidents.OpenIncidents(parsed, terminal);
            var folder = parsed.GetValue(data) is { } named ? Storage.DataFolder.At(terminal.PathOf(named)) : null;
            var parameters = new CaseParameters { Rule = TaintRule.Find(parsed.GetValue(rule)!) };
            var inputs = await CaseReading.ReadAsync(library, library.Find(desk.TypedOf(parsed)), folder, TypedLabels.Read(parsed.GetValue(labels) ?? [], terminal), parameters, cancellation);
            using var closing = inputs.Transfers as IDisposable;
            var trace = await CaseFindings.TraceAsync(inputs, TraceTalk.Of(terminal), cancellation);
            string[] wanted = parsed.GetValue(to) ?? [];
            var requester = asks.Read(parsed, inputs.Facts.Victim);
            var now = terminal.Clock.GetUtcNow();
            var packets = new FreezeSearch(trace, inputs.Tokens, inputs.Prices).Run()
                .Where(found => wanted.Length == 0 || wanted.Contains(found.Target.Name, StringComparer.OrdinalIgnoreCase))
                .Select(found => PacketOf(desk.IncidentOf(parsed), inputs, requester, found, now)).ToList();
            if (packets.Count == 0)
            {
                terminal.TalkText.WriteLine("The trace reached nobody who could be asked: no labelled service, and no token of a known issuer that still lies somewhere.");
                return ExitCode.Nothing;
            }

            FreezeOptions.SayMissing(requester, terminal);
            using var file = desk.Open(parsed, terminal);
            foreach (var packet in packets)
            {
                Keep(packet, inputs, file, author.Read(parsed), terminal);
            }

            ResponsePage.Show(terminal, ResponseState.Of(desk.IncidentOf(parsed), file.Log, terminal.Clock.GetUtcNow()), parsed.GetValue(json));
            return ExitCode.Done;
        }
    }

    private static FreezePacket PacketOf(
        string incident, CaseInputs inputs, FreezeRequester requester, (FreezeTarget Target, IReadOnlyList<FreezePosition> Positions) found, DateTimeOffset now) => new()
        {
            Incident = incident,
            Victim = inputs.Facts.Victim,
            Target = found.Target,
            Requester = requester,
            Positions = found.Positions,
            Rule = inputs.Parameters.Rule.Name,
            MadeAt = now,
        };

    private static void Keep(FreezePacket packet, CaseInputs inputs, ActFile file, ActAuthor author, Terminal terminal)
    {
        using var bytes = new MemoryStream();
        FreezePacketJson.Write(packet, bytes);
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file.Path)!, "freeze")).FullName;
        File.WriteAllBytes(Path.Combine(folder, packet.Id + ".json"), bytes.ToArray());
        File.WriteAllText(Path.Combine(folder, packet.Id + ".txt"), FreezePacketText.Write(packet, inputs.Tokens));
        terminal.TalkText.WriteLine(MessageText.Of($"{packet.Target.Name}: {Path.Combine(folder, packet.Id + ".txt")}"));
        file.Append(FreezeActs.Prepare(packet, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), author, terminal.Clock.GetUtcNow()));
    }
}
