using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Reporting.Compensations;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation status</c>: pledged, paid, due.</summary>
internal static class StatusCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("status", "Show what is pledged, paid and due of each asset, and that the books balance.");
        var desk = DeskOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: compensation/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var open = TypedCompensation.Read(desk, parsed, terminal);
                var state = open.Case();
                if (!state.Books.Recount().SequenceEqual(state.Books.Totals))
                {
                    throw new InvalidOperationException($"The books of {open.Incident} do not add up to their totals.");
                }

                if (parsed.GetValue(json))
                {
                    CompensationJson.Write(open.Incident, state, terminal.Bytes);
                }
                else
                {
                    CompensationPage.Write(terminal, open.Incident, state);
                }

                return Task.FromResult(ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor compensation status coinex-2023", "spoor compensation status coinex-2023 --json"]);
    }
}
