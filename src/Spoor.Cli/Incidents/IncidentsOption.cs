using System.CommandLine;
using Spoor.Cli.Output;

namespace Spoor.Cli.Incidents;

/// <summary><c>--incidents</c>: a folder of incidents beside those that the program carries.</summary>
internal static class IncidentsOption
{
    public static Option<string?> Create() => new("--incidents")
    {
        Description = "A folder of folders, each an incident, beside those that the program carries.",
        HelpName = "DIR",
    };

    public static IncidentLibrary OpenIncidents(this Option<string?> option, ParseResult parsed, Terminal terminal) =>
        IncidentLibrary.Open(parsed.GetValue(option), terminal.Folder);
}
