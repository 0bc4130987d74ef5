using System.Text.RegularExpressions;

namespace Spoor.Storage.Acts;

/// <summary>The folder in which the responses to incidents live: of each a folder with its log of acts and the files beside it.</summary>
public sealed partial record DeskFolder
{
    /// <summary>Where a desk is when the user names no folder.</summary>
    public const string Default = "spoor-desk";

    private const string LogName = "acts.jsonl";

    private DeskFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The incidents that have a log, in order of name.</summary>
    public IReadOnlyList<string> Incidents => Directory.Exists(Path)
        ? [.. Directory.EnumerateDirectories(Path).Where(folder => File.Exists(System.IO.Path.Combine(folder, LogName)))
            .Select(folder => System.IO.Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    public static DeskFolder At(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>The folder of one incident.</summary>
    /// <exception cref="FormatException">The name cannot be that of a folder.</exception>
    public string FolderOf(string incident) => Name().IsMatch(incident)
        ? System.IO.Path.Combine(Path, incident)
        : throw new FormatException($"Incident '{incident}': expected letters, digits, dots, hyphens and underscores, at most 100 and a letter or digit first, so that it can name a folder of the desk.");

    public string LogOf(string incident) => System.IO.Path.Combine(FolderOf(incident), LogName);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex Name();
}
