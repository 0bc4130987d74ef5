namespace Spoor.Reporting.Cases.Seals;

/// <summary>Something about a case file that is not as it must be.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Entry">The entry it is about; null where it is about the file as a whole.</param>
/// <param name="Text">What is wrong, as a sentence.</param>
public sealed record CaseFault(CaseFaultKind Kind, string? Entry, string Text)
{
    public string? Expected { get; init; }

    public string? Found { get; init; }

    /// <summary>For a result, the place of the first value that differs, as a JSON pointer (RFC 6901).</summary>
    public string? Place { get; init; }
}

/// <summary>What is wrong with a case file.</summary>
public enum CaseFaultKind
{
    /// <summary>The container: its structure, a checksum, a name.</summary>
    Container,

    /// <summary>The manifest, or what it lists.</summary>
    Manifest,

    /// <summary>The signature.</summary>
    Signature,

    /// <summary>An input is not the one that was sealed, or cannot be used.</summary>
    Input,

    /// <summary>The rules of this program are not those of the seal.</summary>
    Rule,

    /// <summary>A result is not what the inputs give.</summary>
    Results,
}
