using Spoor.Chains.Files.Incidents;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Incidents;

/// <summary>A folder as it was named, and what was found in it; written for people and as <c>incident-check/1</c>.</summary>
internal sealed record CheckedFolder(string Folder, IncidentCheck Check)
{
    public static void Write(Terminal terminal, IReadOnlyCollection<CheckedFolder> folders)
    {
        foreach (var (folder, check) in folders.Where(one => one.Check.Faults.Count > 0))
        {
            terminal.Heading(MessageText.Of(folder));
            foreach (var fault in check.Faults)
            {
                terminal.Line($"  {fault}");
            }

            terminal.Line();
        }

        string faults = Counted.Of(Count(folders, false), "fault", "faults");
        string warnings = Counted.Of(Count(folders, true), "warning", "warnings");
        terminal.Line($"{Counted.Of(folders.Count, "folder", "folders")} checked: {faults}, {warnings}.");
    }

    public static void WriteJson(IReadOnlyCollection<CheckedFolder> folders, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "incident-check/1");
        json.WriteNumber("faults", Count(folders, false));
        json.WriteNumber("warnings", Count(folders, true));
        json.WriteObjects("folders", folders, one =>
        {
            json.WriteString("folder", one.Folder);
            json.WriteString("id", one.Check.Facts?.Id);
            json.WriteObjects("found", one.Check.Faults, fault =>
            {
                json.WriteString("file", fault.File);
                json.WriteNumber("line", fault.Line);
                json.WriteBoolean("warning", fault.IsWarning);
                json.WriteString("message", fault.Message);
            });
        });
    });

    private static int Count(IReadOnlyCollection<CheckedFolder> folders, bool warnings) =>
        folders.Sum(one => one.Check.Faults.Count(fault => fault.IsWarning == warnings));
}
