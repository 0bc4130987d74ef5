using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>A case file whose container, manifest and hashes were looked at, but whose results were not computed again.</summary>
public sealed record OpenedCase
{
    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<CaseEntry> Entries { get; init; }

    /// <summary>Null where it cannot be read.</summary>
    public CaseManifest? Manifest { get; init; }

    /// <summary>Null where there is no manifest.</summary>
    public string? Id { get; init; }

    /// <summary>Null where the file is not signed, or its signature cannot be read.</summary>
    public CaseSignature? Signature { get; init; }

    public required IReadOnlyList<CaseFault> Faults { get; init; }

    /// <summary>All but manifest and signature.</summary>
    public IReadOnlyList<CaseEntry> Content => [.. Entries.Where(entry => entry.Name is not (CaseManifest.Entry or CaseNames.Signature))];

    /// <exception cref="FormatException">The file is larger than a case file can be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OpenedCase Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length > CaseContainer.MaxBytes)
        {
            throw new FormatException($"{path}: expected a case file of at most {CaseContainer.MaxBytes >> 20} MB, found {file.Length >> 20} MB.");
        }

        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Of(bytes);
    }

    public static OpenedCase Of(ReadOnlyMemory<byte> bytes)
    {
        var container = CaseContainerReading.Of(bytes);
        var faults = container.Faults.ToList();
        var opened = new OpenedCase { Entries = container.Entries, Faults = faults };
        var manifest = container.Entries.FirstOrDefault(entry => entry.Name == CaseManifest.Entry);
        if (manifest is null || container.Entries[0] != manifest)
        {
            faults.Add(new(CaseFaultKind.Manifest, CaseManifest.Entry, $"The container: expected {CaseManifest.Entry} as its first entry, found none there."));
            return opened;
        }

        return Listed(opened with { Id = CaseManifest.IdOf(manifest.Content.Span) }, manifest, faults);
    }

    private static OpenedCase Listed(OpenedCase opened, CaseEntry manifest, List<CaseFault> faults)
    {
        var signature = Signed(opened.Entries, manifest, faults);
        try
        {
            var read = CaseManifestJson.Read(manifest.Content);
            faults.AddRange(ListingFaults.Of(read, opened.Content));
            return opened with { Manifest = read, Signature = signature };
        }
        catch (FormatException failure)
        {
            faults.Add(new(CaseFaultKind.Manifest, CaseManifest.Entry, $"The entry {CaseManifest.Entry}: {failure.Message}"));
            return opened with { Signature = signature };
        }
    }

    private static CaseSignature? Signed(IReadOnlyList<CaseEntry> entries, CaseEntry manifest, List<CaseFault> faults)
    {
        int place = entries.ToList().FindIndex(entry => entry.Name == CaseNames.Signature);
        if (place < 0)
        {
            return null;
        }

        try
        {
            var signature = CaseSignature.Read(entries[place].Content);
            bool holds = place == 1 && signature.Holds(manifest.Content.Span);
            if (!holds)
            {
                faults.Add(new(CaseFaultKind.Signature, CaseNames.Signature, place == 1
                    ? $"The entry {CaseNames.Signature}: the signature does not hold for {CaseManifest.Entry}; one of the two was changed."
                    : $"The entry {CaseNames.Signature}: expected right behind {CaseManifest.Entry}, found elsewhere."));
            }

            return holds ? signature : null;
        }
        catch (FormatException failure)
        {
            faults.Add(new(CaseFaultKind.Signature, CaseNames.Signature, $"The entry {CaseNames.Signature}: {failure.Message}"));
            return null;
        }
    }
}
