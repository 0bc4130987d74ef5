using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond status</c>: how the response stands.</summary>
internal static class RespondStatusCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("status", "Show what is suspended and what was only asked for, what must be done before an asset is opened, and what is due.");
        var desk = DeskOptions.On(command);
        var regime = RegimeOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var log = desk.Read(parsed, terminal);
                ResponsePage.Show(terminal, ResponseState.Of(desk.IncidentOf(parsed), log, terminal.Clock.GetUtcNow(), regime.Read(parsed, terminal)), parsed.GetValue(json));
                return Task.FromResult(log.Acts.Count == 0 ? ExitCode.Nothing : ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor respond status coinex-2023", "spoor respond status coinex-2023 --desk /srv/desk --json"]);
    }
}
