using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Records;
using Spoor.Storage.Acts;

namespace Spoor.Cli.Responding;

/// <summary>Which incident, and on which desk the response to it lives.</summary>
internal sealed class DeskOptions
{
    private readonly Argument<string> _incident = new("INCIDENT") { Description = "The incident, as its folder on the desk is called." };
    private readonly Option<string> _desk = new("--desk")
    {
        Description = "The folder of the desk, in which each incident has its log of acts.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DeskFolder.Default,
    };

    public static DeskOptions On(Command command)
    {
        var options = new DeskOptions();
        command.Arguments.Add(options._incident);
        command.Options.Add(options._desk);
        return options;
    }

    /// <summary>The name, also where the folder of an incident was given.</summary>
    public string IncidentOf(ParseResult parsed) => Path.GetFileName(Path.TrimEndingDirectorySeparator(parsed.GetValue(_incident)!));

    /// <summary>What the user typed.</summary>
    public string TypedOf(ParseResult parsed) => parsed.GetValue(_incident)!;

    public DeskFolder FolderOf(ParseResult parsed, Terminal terminal) => DeskFolder.At(terminal.PathOf(parsed.GetValue(_desk)!));

    /// <summary>The log, to add to it; says what a crash left behind.</summary>
    public ActFile Open(ParseResult parsed, Terminal terminal)
    {
        var file = ActFile.Open(FolderOf(parsed, terminal).LogOf(IncidentOf(parsed)));
        if (file.Notice.Length > 0)
        {
            terminal.TalkText.WriteLine(MessageText.Of(file.Notice));
        }

        return file;
    }

    /// <summary>The log of something that was begun already.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public ActFile OpenExisting(ParseResult parsed, Terminal terminal) => File.Exists(FolderOf(parsed, terminal).LogOf(IncidentOf(parsed)))
        ? Open(parsed, terminal)
        : throw new FormatException($"The desk {FolderOf(parsed, terminal).Path} has no log of {IncidentOf(parsed)}. Name the desk with --desk, or the incident as its folder there is called.");

    /// <summary>The log as it is; an empty one where nothing was ever done.</summary>
    public ActLog Read(ParseResult parsed, Terminal terminal)
    {
        string path = FolderOf(parsed, terminal).LogOf(IncidentOf(parsed));
        return File.Exists(path) ? ActFile.Read(path) : ActLog.Empty;
    }
}
