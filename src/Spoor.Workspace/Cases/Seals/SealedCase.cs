using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>A case ready to be written as one file.</summary>
/// <param name="Entries">All but manifest and signature, in order of name.</param>
public sealed record SealedCase(CaseManifest Manifest, IReadOnlyList<CaseEntry> Entries, CaseFindings Findings)
{
    public ReadOnlyMemory<byte> ManifestBytes { get; } = CaseManifestJson.Write(Manifest);

    public string Id => CaseManifest.IdOf(ManifestBytes.Span);

    /// <summary>The same case, as a seal that states another time and follows another one.</summary>
    public SealedCase With(DateTimeOffset? at, string? previous) => new(Manifest with { At = at, Previous = previous }, Entries, Findings);

    /// <param name="privateKey">PEM; null for a file without a signature.</param>
    /// <exception cref="FormatException">It is no key, or the case is more than a case file holds.</exception>
    public byte[] ToFile(string? privateKey)
    {
        List<CaseEntry> all = [new(CaseManifest.Entry, ManifestBytes)];
        if (privateKey is not null)
        {
            all.Add(new(CaseNames.Signature, CaseSignature.Of(privateKey, ManifestBytes.Span).ToBytes()));
        }

        return CaseContainer.Write([.. all, .. Entries]);
    }
}
