using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Response.Freezing;
using Spoor.Storage.Acts;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Responding;

/// <summary>A packet by its id, whichever incident of the desk it belongs to.</summary>
internal sealed class PacketOptions
{
    private readonly Argument<string> _packet = new("PACKET") { Description = "The packet's id, such as frz-0123456789ab." };
    private readonly Option<string?> _at = new("--at") { Description = "When it happened [default: now].", HelpName = "TIME" };
    private readonly Option<string> _desk = new("--desk") { Description = "The folder of the desk.", HelpName = "DIR", DefaultValueFactory = _ => DeskFolder.Default };

    public static PacketOptions On(Command command)
    {
        var options = new PacketOptions();
        command.Arguments.Add(options._packet);
        Array.ForEach<Option>([options._at, options._desk], command.Options.Add);
        return options;
    }

    public DateTimeOffset HappenedOf(ParseResult parsed, Terminal terminal) =>
        parsed.GetValue(_at) is { } text ? MomentText.Parse(text, endOfDay: false) : terminal.Clock.GetUtcNow();

    /// <summary>The log that holds the packet, to add to it.</summary>
    /// <exception cref="FormatException">No incident of the desk has such a packet.</exception>
    public (string Incident, ActFile File, FreezeStanding Standing) Open(ParseResult parsed, Terminal terminal)
    {
        string packet = parsed.GetValue(_packet)!;
        var desk = DeskFolder.At(terminal.PathOf(parsed.GetValue(_desk)!));
        string incident = desk.Incidents.FirstOrDefault(incident => FreezeBook.Of(ActFile.Read(desk.LogOf(incident))).Any(standing => standing.Packet == packet))
            ?? throw new FormatException($"PACKET: expected the id of a packet of the desk {desk.Path}, found '{packet}'; spoor respond status INCIDENT lists them.");
        var file = ActFile.Open(desk.LogOf(incident));
        if (file.Notice.Length > 0)
        {
            terminal.TalkText.WriteLine(MessageText.Of(file.Notice));
        }

        return (incident, file, FreezeBook.Of(file.Log).First(standing => standing.Packet == packet));
    }
}
