using System.Xml.Linq;

namespace Spoor.Tests.Architecture;

/// <summary>References between the source projects run one way.</summary>
internal static class ProjectReferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Spoor"] = [],
        ["Spoor.Chains"] = ["Spoor"],
        ["Spoor.Storage"] = ["Spoor"],
        ["Spoor.Workspace"] = ["Spoor.Chains", "Spoor.Storage", "Spoor"],
        ["Spoor.Web"] = ["Spoor.Workspace", "Spoor.Chains", "Spoor.Storage", "Spoor"],
        ["Spoor.Cli"] = ["Spoor.Web", "Spoor.Workspace", "Spoor.Chains", "Spoor.Storage", "Spoor"],
    };

    public static IEnumerable<string> Offences(SourceFile project)
    {
        string name = NameOf(project.Path);
        if (!Allowed.TryGetValue(name, out string[]? allowed))
        {
            return [$"{project.Path} is a project that the layout does not know"];
        }

        var document = XDocument.Parse(project.Text);
        var references = document.Descendants("ProjectReference")
            .Select(reference => NameOf(reference.Attribute("Include")?.Value ?? ""))
            .Where(used => !allowed.Contains(used))
            .Select(used => $"{name} references {used}");

        // A global using in a project file would hide from FolderDirection what a folder uses.
        var usings = document.Descendants("Using")
            .Select(element => element.Attribute("Include")?.Value ?? "")
            .Where(used => used.StartsWith("Spoor", StringComparison.Ordinal))
            .Select(used => $"{name} has a global using of {used}");
        return references.Concat(usings);
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
