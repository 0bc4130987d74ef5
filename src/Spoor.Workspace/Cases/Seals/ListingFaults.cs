using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>What of the entries of a case file is not as its manifest lists it.</summary>
public static class ListingFaults
{
    public static IEnumerable<CaseFault> Of(CaseManifest manifest, IReadOnlyList<CaseEntry> content)
    {
        var listed = manifest.Entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var found = content.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in manifest.Entries.Where(entry => !found.Contains(entry.Name)))
        {
            yield return new(KindOf(missing.Role), missing.Name, $"The entry {missing.Name}: the manifest lists it, the file does not hold it.") { Expected = missing.Sha256 };
        }

        foreach (var entry in content)
        {
            if (!listed.TryGetValue(entry.Name, out var line))
            {
                yield return new(CaseFaultKind.Manifest, entry.Name, $"The entry {entry.Name}: the file holds it, the manifest does not list it.") { Found = entry.Sha256 };
            }
            else if (line.Sha256 != entry.Sha256 || line.Bytes != entry.Content.Length)
            {
                yield return new(KindOf(line.Role), entry.Name, $"The entry {entry.Name}: its {entry.Content.Length} bytes are not the {line.Bytes} that were sealed.")
                {
                    Expected = line.Sha256,
                    Found = entry.Sha256,
                };
            }
        }

        string[] names = [.. content.Select(entry => entry.Name)];
        if (found.Count != names.Length || !names.SequenceEqual(names.Order(StringComparer.Ordinal)) || !names.SequenceEqual(manifest.Entries.Select(entry => entry.Name)))
        {
            yield return new(CaseFaultKind.Manifest, CaseManifest.Entry, "The container: expected the entries that the manifest lists, each once and in order of name, found others, or another order.");
        }
    }

    public static CaseFaultKind KindOf(EntryRole role) => role switch
    {
        EntryRole.Results => CaseFaultKind.Results,
        EntryRole.Rule => CaseFaultKind.Rule,
        EntryRole.Input => CaseFaultKind.Input,
        _ => CaseFaultKind.Manifest,
    };
}
