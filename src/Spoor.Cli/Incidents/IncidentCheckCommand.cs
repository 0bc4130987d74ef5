using System.CommandLine;
using Spoor.Chains.Files.Incidents;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Incidents;

/// <summary><c>spoor incident check</c>: everything that is not right in the folders of incidents.</summary>
internal static class IncidentCheckCommand
{
    public static Verb Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("folder")
        {
            Description = "Folders of incidents, or of such folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "For programs: incident-check/1 (docs/json.md)." };
        var command = new Command("check", "Report every fault of the folders of incidents, with file and line.") { folders, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var checks = parsed.GetRequiredValue(folders).SelectMany(folder => FoldersOf(terminal.PathOf(folder), folder))
                    .Select(folder => new CheckedFolder(folder.Shown, IncidentFolder.Check(folder.Path))).ToList();
                if (parsed.GetValue(json))
                {
                    CheckedFolder.WriteJson(checks, terminal.Bytes);
                }
                else
                {
                    CheckedFolder.Write(terminal, checks);
                }

                return Task.FromResult(checks.TrueForAll(one => one.Check.Facts is not null) ? ExitCode.Done : ExitCode.Input);
            },
            cancellation));
        return new(command, ["spoor incident check cases/mine", "spoor incident check examples --json"]);
    }

    // A folder without an incident of its own may be one that holds the folders of many.
    private static List<(string Path, string Shown)> FoldersOf(string path, string shown)
    {
        List<(string Path, string Shown)> inside = File.Exists(Path.Combine(path, IncidentFiles.Incident)) || !Directory.Exists(path) ? [] :
        [
            .. Directory.EnumerateDirectories(path)
                .Where(folder => File.Exists(Path.Combine(folder, IncidentFiles.Incident)))
                .Order(StringComparer.Ordinal)
                .Select(folder => (folder, Path.Combine(shown, Path.GetFileName(folder)).Replace('\\', '/'))),
        ];
        return inside.Count > 0 ? inside : [(path, shown)];
    }
}
