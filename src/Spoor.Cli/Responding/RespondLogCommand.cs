using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Reporting.Responses;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond log</c>: every act, after the chain that binds them was checked.</summary>
internal static class RespondLogCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("log", "Show every act of a response and check that none was changed, left out or moved.");
        var desk = DeskOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: acts/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor respond log coinex-2023", "spoor respond log coinex-2023 --json"]);

        int Run(ParseResult parsed)
        {
            var log = desk.Read(parsed, terminal);
            string incident = desk.IncidentOf(parsed);
            if (parsed.GetValue(json))
            {
                ActsJson.Write(incident, log, terminal.Bytes);
                return log.Acts.Count == 0 ? ExitCode.Nothing : ExitCode.Done;
            }

            terminal.Heading($"Acts of the response to {incident}");
            if (log.Acts.Count > 0)
            {
                terminal.WrappedTable(
                    [">no.", "at", "kind", "by", "~why"],
                    log.Acts.Select(act => (IReadOnlyList<string>)[$"{act.Number}", Rendered.Moment(act.At), act.Kind, MessageText.Of(act.By), MessageText.Of(act.Why)]));
                terminal.Line();
            }

            terminal.Prose(log.Acts.Count == 0 ? "There are none." : $"The chain holds: each act has the hash of the one before it. It ends with {log.Head}.");
            return log.Acts.Count == 0 ? ExitCode.Nothing : ExitCode.Done;
        }
    }
}
