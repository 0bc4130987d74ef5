using Spoor.Chains.Files.Incidents;
using Spoor.Chains.Files.Losses;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>The files of incidents as entries of a case file, and incidents whose files are such entries.</summary>
public static class CaseSnapshot
{
    // What other incidents lost is not compared; the case's own loss is.
    private static readonly string[] OwnFiles = [.. IncidentFiles.Names, LossFile.Estimates, LossFile.Rows, CaseReading.BalancesName];

    // The name of an entry: inputs/incidents/FOLDER/FILE.
    private const int Depth = 4;

    /// <summary>Every file that a case about one incident can rest on, byte for byte.</summary>
    public static IReadOnlyList<CaseEntry> EntriesOf(IncidentLibrary library, KnownIncident incident) =>
    [
        .. library.All.Where(other => other.Id != incident.Id).SelectMany(other => EntriesOf(other, IncidentFiles.Names)).Concat(EntriesOf(incident, OwnFiles)),
    ];

    /// <summary>The incidents that lie in a case file, and no others.</summary>
    /// <remarks>What does not lie right in the folder of an incident is not looked at, nor is a folder without an incident.</remarks>
    /// <exception cref="FormatException">A folder is not called as Spoor calls that of its incident.</exception>
    public static IncidentLibrary LibraryOf(IEnumerable<CaseEntry> entries) => IncidentLibrary.Of(
        entries.Where(entry => entry.Name.StartsWith(CaseNames.IncidentFolder, StringComparison.Ordinal) && entry.Name.Split('/').Length == Depth)
            .GroupBy(entry => entry.Name.Split('/')[Depth - 2], StringComparer.Ordinal)
            .Where(files => files.Any(file => file.Name.EndsWith($"/{IncidentFiles.Incident}", StringComparison.Ordinal)))
            .Select(files => IncidentOf(files.Key, [.. files])));

    /// <summary>An incident of a case file, and never one that lies elsewhere.</summary>
    /// <exception cref="FormatException">The file has none of that name.</exception>
    public static KnownIncident Sealed(this IncidentLibrary library, string id) =>
        library.All.FirstOrDefault(incident => incident.Id == id) ?? throw new FormatException($"Expected the folder of the incident '{id}' among the inputs, found none.");

    // Two spellings of one id would be two folders of one incident, and a reader could take the wrong one for its facts.
    private static KnownIncident IncidentOf(string folder, IReadOnlyList<CaseEntry> files)
    {
        string id = CaseEntry.TextOf(folder);
        if (CaseEntry.PartOf(id) != folder)
        {
            throw new FormatException($"{files[0].Name}: expected a folder that is called as Spoor writes the id of its incident, '{CaseEntry.PartOf(id)}', found '{folder}'.");
        }

        var byName = files.ToDictionary(file => file.Name.Split('/')[^1], StringComparer.Ordinal);
        return new(id, null, name => byName.GetValueOrDefault(name)?.OpenBytes());
    }

    private static IEnumerable<CaseEntry> EntriesOf(KnownIncident incident, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            using var file = incident.Open(name);
            if (file is not null)
            {
                using var bytes = new MemoryStream();
                file.CopyTo(bytes);
                yield return new(CaseNames.OfIncident(incident.Id, name), bytes.ToArray());
            }
        }
    }
}
