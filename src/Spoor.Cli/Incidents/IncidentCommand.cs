using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Incidents;

/// <summary><c>spoor incident</c>: incidents as folders of text.</summary>
internal static class IncidentCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "incident",
        "List, show and check incidents: folders of published facts with their sources.",
        List(terminal),
        Show(terminal),
        IncidentCheckCommand.Create(terminal));

    private static Verb List(Terminal terminal)
    {
        var incidents = IncidentsOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs: incidents/1 (docs/json.md)." };
        var command = new Command("list", "List every incident: when, whose, how much it was said to be, and who is named.") { incidents, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var facts = incidents.OpenIncidents(parsed, terminal).All.Select(incident => new IncidentLine(incident.Facts)).ToList();
                if (parsed.GetValue(json))
                {
                    IncidentLine.WriteJson(facts, terminal.Bytes);
                }
                else
                {
                    IncidentListing.Write(terminal, facts);
                }

                return Task.FromResult(ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor incident list", "spoor incident list --incidents cases --json"]);
    }

    private static Verb Show(Terminal terminal)
    {
        var name = new Argument<string>("incident") { Description = "The id of an incident, or the path of its folder." };
        var incidents = IncidentsOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs: incident/1 (docs/json.md)." };
        var command = new Command("show", "Show the facts of an incident, each with its sources.") { name, incidents, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var facts = incidents.OpenIncidents(parsed, terminal).Find(parsed.GetRequiredValue(name)).Facts;
                if (parsed.GetValue(json))
                {
                    IncidentJson.Write(facts, terminal.Bytes);
                }
                else
                {
                    new IncidentPage(terminal, facts).Write();
                }

                return Task.FromResult(ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor incident show stake-2023", "spoor incident show cases/mine --json"]);
    }
}
