using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Workspace.Incidents;

namespace Spoor.Cli.Incidents;

/// <summary><c>--incidents</c>: a folder of incidents beside those that the program carries.</summary>
internal static class IncidentsOption
{
    public static Option<string?> Create() => new("--incidents")
    {
        Description = "A folder of folders, each an incident, beside those that the program carries.",
        HelpName = "DIR",
    };

    public static IncidentLibrary OpenIncidents(this Option<string?> option, ParseResult parsed, Terminal terminal)
    {
        var library = IncidentLibrary.Open(parsed.GetValue(option), terminal.Folder);
        foreach (var incident in library.Replacing)
        {
            terminal.TalkText.WriteLine(MessageText.Of($"The incident {incident.Id} that the program carries is replaced by {incident.Folder}."));
        }

        return library;
    }
}
