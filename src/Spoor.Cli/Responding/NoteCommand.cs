using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting.Responses;
using Spoor.Response.Clock;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond note</c>: writes down a moment from which deadlines count, or that ends one.</summary>
internal static class NoteCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("note", "Write down a moment that the clock counts from: aware, classified, notified and the rest.");
        var desk = DeskOptions.On(command);
        var milestone = new Argument<string>("MILESTONE") { Description = "One of " + string.Join(", ", Milestones.Words) + "." };
        var at = new Option<string?>("--at") { Description = "When it happened [default: now].", HelpName = "TIME" };
        command.Arguments.Add(milestone);
        command.Options.Add(at);
        var author = AuthorOptions.On(command);
        var regime = RegimeOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: response-clock/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command,
        [
            "spoor respond note coinex-2023 aware --at 2023-09-12T13:25:00Z --why \"alert of the watch\"",
            "spoor respond note coinex-2023 classified --why \"critical service affected, more than 10 % of clients\"",
        ]);

        int Run(ParseResult parsed)
        {
            using var file = desk.Open(parsed, terminal);
            var now = terminal.Clock.GetUtcNow();
            var happened = parsed.GetValue(at) is { } text ? MomentText.Parse(text, endOfDay: false) : now;
            file.Append(Milestones.Note(parsed.GetValue(milestone)!, happened, author.Read(parsed), now));
            var clock = ReportingClock.Of(file.Log, regime.Read(parsed, terminal));
            if (parsed.GetValue(json))
            {
                ReportingClockJson.Write(desk.IncidentOf(parsed), clock, now, terminal.Bytes);
                return ExitCode.Done;
            }

            terminal.Heading($"Clock of {desk.IncidentOf(parsed)}");
            ClockCommand.Write(terminal, clock, now);
            return ExitCode.Done;
        }
    }
}
