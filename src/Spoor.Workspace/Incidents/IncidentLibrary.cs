using Spoor.Chains.Files;
using Spoor.Chains.Files.Incidents;

namespace Spoor.Workspace.Incidents;

/// <summary>The incidents that the program carries, and those of a folder of folders.</summary>
/// <remarks>A folder that has the id of an incident of the program takes its place.</remarks>
public sealed class IncidentLibrary
{
    private const string Prefix = "examples/";

    private readonly SortedDictionary<string, KnownIncident> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _embedded = new(StringComparer.Ordinal);
    private readonly string _here;

    private IncidentLibrary(string here) => _here = here;

    /// <summary>In order of id.</summary>
    public IReadOnlyList<KnownIncident> All => [.. _byId.Values];

    /// <summary>The incidents of folders that stand for one that the program carries, in order of id.</summary>
    public IReadOnlyList<KnownIncident> Replacing => [.. _byId.Values.Where(incident => incident.Folder is not null && _embedded.Contains(incident.Id))];

    /// <param name="folder">A folder of folders, each an incident; null for the incidents of the program alone.</param>
    /// <param name="here">Where relative paths start; null for the folder of the process.</param>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IncidentLibrary Open(string? folder, string? here = null)
    {
        var library = new IncidentLibrary(here ?? Directory.GetCurrentDirectory());
        library.AddEmbedded();
        if (folder is not null)
        {
            library.AddFolders(Path.GetFullPath(folder, library._here));
        }

        return library;
    }

    /// <summary>A library of these incidents alone, whatever the program carries.</summary>
    public static IncidentLibrary Of(IEnumerable<KnownIncident> incidents)
    {
        var library = new IncidentLibrary(".");
        incidents.ToList().ForEach(incident => library._byId[incident.Id] = incident);
        return library;
    }

    /// <summary>An incident by its id or by the path of its folder.</summary>
    /// <exception cref="FormatException">Neither is there; the message names the ids that are near.</exception>
    public KnownIncident Find(string idOrFolder)
    {
        if (_byId.TryGetValue(idOrFolder, out var known))
        {
            return known;
        }

        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(idOrFolder, _here));
        if (File.Exists(Path.Combine(path, IncidentFiles.Incident)))
        {
            return AtFolder(path);
        }

        string[] near = [.. NearNames.Of(idOrFolder, _byId.Keys).Concat(_byId.Keys.Where(id => idOrFolder.Length > 1 && id.StartsWith(idOrFolder, StringComparison.Ordinal))).Distinct()];
        throw new FormatException(
            $"Expected the id of an incident or its folder with {IncidentFiles.Incident}, found '{idOrFolder}'. "
            + (near.Length > 0 ? $"Near are: {string.Join(", ", near)}." : "'spoor incident list' names them all."));
    }

    private static KnownIncident AtFolder(string path) => new(
        Path.GetFileName(path),
        path,
        name => File.Exists(Path.Combine(path, name)) ? File.OpenRead(Path.Combine(path, name)) : null);

    private void AddFolders(string folder)
    {
        foreach (string path in Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, IncidentFiles.Incident))))
        {
            var incident = AtFolder(path);
            _byId[incident.Id] = incident;
        }
    }

    private void AddEmbedded()
    {
        // The build writes the separators of the system it runs on.
        var assembly = typeof(IncidentLibrary).Assembly;
        var resources = assembly.GetManifestResourceNames()
            .ToDictionary(name => name.Replace('\\', '/'), StringComparer.Ordinal);
        foreach (string name in resources.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            string id = name[Prefix.Length..].Split('/')[0];
            _embedded.Add(id);
            _byId.TryAdd(id, new(id, null, file =>
                resources.TryGetValue($"{Prefix}{id}/{file}", out string? resource) ? assembly.GetManifestResourceStream(resource) : null));
        }
    }
}
