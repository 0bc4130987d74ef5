using Spoor.Chains.Files.Incidents;
using Spoor.Chains.Files.Losses;
using Spoor.Cli.Incidents;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary>The files of incidents as entries of a case file, and incidents whose files are such entries.</summary>
internal static class CaseSnapshot
{
    // What other incidents lost is not compared; the case's own loss is.
    private static readonly string[] OwnFiles = [.. IncidentFiles.Names, LossFile.Estimates, LossFile.Rows, CaseReading.BalancesName];

    /// <summary>Every file that a case about one incident can rest on, byte for byte.</summary>
    public static IReadOnlyList<CaseEntry> EntriesOf(IncidentLibrary library, KnownIncident incident) =>
    [
        .. library.All.Where(other => other.Id != incident.Id).SelectMany(other => EntriesOf(other, IncidentFiles.Names)).Concat(EntriesOf(incident, OwnFiles)),
    ];

    /// <summary>The incidents that lie in a case file, and no others.</summary>
    public static IncidentLibrary LibraryOf(IEnumerable<CaseEntry> entries) => IncidentLibrary.Of(
        entries.Where(entry => entry.Name.StartsWith(CaseNames.IncidentFolder, StringComparison.Ordinal))
            .GroupBy(entry => entry.Name[CaseNames.IncidentFolder.Length..].Split('/')[0], StringComparer.Ordinal)
            .Select(files => IncidentOf(CaseEntry.TextOf(files.Key), [.. files])));

    /// <summary>An incident of a case file, and never one that lies elsewhere.</summary>
    /// <exception cref="FormatException">The file has none of that name.</exception>
    public static KnownIncident Sealed(this IncidentLibrary library, string id) =>
        library.All.FirstOrDefault(incident => incident.Id == id) ?? throw new FormatException($"Expected the folder of the incident '{id}' among the inputs, found none.");

    private static KnownIncident IncidentOf(string id, IReadOnlyList<CaseEntry> files)
    {
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
