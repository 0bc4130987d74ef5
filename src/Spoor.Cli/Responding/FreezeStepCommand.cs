using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response;
using Spoor.Response.Freezing;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond freeze sent</c> and <c>acknowledged</c>: what became of a packet.</summary>
internal static class FreezeStepCommand
{
    public static Verb CreateSent(Terminal terminal) => Create(terminal, "sent", FreezeActs.Sent, "Write down that a packet was sent.", "spoor respond freeze sent frz-0123456789ab --why \"by mail to their law enforcement desk\"");

    public static Verb CreateAcknowledged(Terminal terminal) => Create(terminal, "acknowledged", FreezeActs.Acknowledged, "Write down that a packet's recipient has it.", "spoor respond freeze acknowledged frz-0123456789ab --at 2023-09-12T19:02:00Z --why \"ticket 99\"");

    private static Verb Create(Terminal terminal, string name, string kind, string description, string example)
    {
        var command = new Command(name, description);
        var packet = PacketOptions.On(command);
        var author = AuthorOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, [example]);

        int Run(ParseResult parsed)
        {
            var (incident, file, standing) = packet.Open(parsed, terminal);
            using (file)
            {
                file.Append(FreezeActs.Step(kind, standing, author.Read(parsed), packet.HappenedOf(parsed, terminal), terminal.Clock.GetUtcNow()));
                ResponsePage.Show(terminal, ResponseState.Of(incident, file.Log, terminal.Clock.GetUtcNow()), parsed.GetValue(json));
                return ExitCode.Done;
            }
        }
    }
}
