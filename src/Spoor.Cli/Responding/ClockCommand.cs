using System.CommandLine;
using System.Globalization;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Reporting.Responses;
using Spoor.Response.Clock;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond clock</c>: what must be reported by when.</summary>
internal static class ClockCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("clock", "Show what must be reported to the authority by when (DORA), which phase of the response is reached (NIST), and what is due next.");
        var desk = DeskOptions.On(command);
        var regime = RegimeOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: response-clock/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var clock = ReportingClock.Of(desk.Read(parsed, terminal), regime.Read(parsed, terminal));
                var now = terminal.Clock.GetUtcNow();
                if (parsed.GetValue(json))
                {
                    ReportingClockJson.Write(desk.IncidentOf(parsed), clock, now, terminal.Bytes);
                }
                else
                {
                    terminal.Heading($"Clock of {desk.IncidentOf(parsed)}, as of {Rendered.Moment(now)}");
                    Write(terminal, clock, now);
                }

                return Task.FromResult(ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor respond clock coinex-2023", "spoor respond clock coinex-2023 --holidays de.txt --utc-offset +01:00 --json"]);
    }

    public static void Write(Terminal terminal, ReportingClock clock, DateTimeOffset now)
    {
        terminal.Line(NextOf(clock, now));
        terminal.Line();
        terminal.Table(
            ["report", "due", "state", "done", "rule"],
            clock.Duties.Select(duty => (IReadOnlyList<string>)[duty.Name, MomentOf(duty.Due), duty.At(now).ToString().ToLowerInvariant(), MomentOf(duty.Done), duty.Rule]));
        terminal.Line();
        terminal.Table(
            ["phase", "reached", "note that marks it"],
            clock.Phases.Select(phase => (IReadOnlyList<string>)[phase.Name, MomentOf(phase.Reached), Milestones.WordOf(phase.Milestone)]));
    }

    private static string NextOf(ReportingClock clock, DateTimeOffset now)
    {
        if (clock.IsClosedAsNotMajor)
        {
            return "  The incident was reclassified as not major: nothing more is due.";
        }

        return clock.Next(now) is not { } next ? "  Nothing is due now."
            : next.IsWithoutLimit ? $"  Next: {next.Name}, without undue delay."
            : next.Due > now ? $"  Next: {next.Name}, in {Lasting(next.Due.Value - now)}, by {MomentOf(next.Due)}."
            : $"  Overdue by {Lasting(now - next.Due!.Value)}: {next.Name}, was due {MomentOf(next.Due)}.";
    }

    private static string Lasting(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours} h {span.Minutes:00} min");

    private static string MomentOf(DateTimeOffset? at) => at is { } known ? Rendered.Moment(known) : "";
}
