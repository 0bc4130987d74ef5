using System.Security.Cryptography;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>What a case file is: every entry with its hash, the rules and parameters, and which seal it follows.</summary>
/// <remarks>It holds nothing of the machine and no time but one that whoever sealed has stated.</remarks>
public sealed record CaseManifest
{
    public const string Format = "case/1";
    public const string Entry = "manifest.json";

    public required string Incident { get; init; }

    /// <summary>The version of the program that sealed.</summary>
    public required string Tool { get; init; }

    /// <summary>When it was sealed, where whoever sealed said so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The id of the seal that this one follows.</summary>
    public string? Previous { get; init; }

    public required SealParameters Parameters { get; init; }

    /// <summary>In order of kind and name.</summary>
    public required IReadOnlyList<RuleVersion> Rules { get; init; }

    /// <summary>Label files whose rows are among the inputs; the files themselves are not.</summary>
    public IReadOnlyList<CitedFile> Cited { get; init; } = [];

    /// <summary>All entries but the manifest and its signature, in order of name.</summary>
    public required IReadOnlyList<ManifestEntry> Entries { get; init; }

    /// <summary>The id of a seal: of the bytes of its manifest.</summary>
    public static string IdOf(ReadOnlySpan<byte> manifest) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(manifest))}";
}

/// <summary>An entry as a manifest lists it.</summary>
/// <param name="Source">Where the bytes come from, for a reader.</param>
public sealed record ManifestEntry(string Name, EntryRole Role, string MediaType, string Source, string Sha256, long Bytes);

/// <summary>A rule that took part in the results.</summary>
/// <param name="Kind">What sort of rule: <c>taint</c>, <c>evidence</c>, <c>check</c>, <c>table</c>.</param>
public sealed record RuleVersion(string Kind, string Name, string Version);

/// <summary>What an entry is to the case.</summary>
public enum EntryRole
{
    Input,

    /// <summary>A table that the program carries and the results rest on.</summary>
    Rule,

    Results,

    Note,
}
