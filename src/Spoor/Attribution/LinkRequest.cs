using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution;

/// <summary>Everything that decides which links are found.</summary>
public sealed record LinkRequest
{
    public required TheftCase Case { get; init; }

    /// <summary>The incidents to compare it with.</summary>
    public required IReadOnlyList<TheftCase> Against { get; init; }

    /// <summary>
    /// Every incident of the library, whose lists of services and victims refute whatever is compared; those of the request itself
    /// always count too.
    /// </summary>
    public IReadOnlyList<TheftCase> Known { get; init; } = [];

    /// <summary>Those learned after <see cref="AsOf"/> or from a source set aside are not used.</summary>
    public LabelBook Labels { get; init; } = LabelBook.Empty;

    /// <summary>Who repeats whom among the sources of labels.</summary>
    public SourceLineage LabelSources { get; init; } = SourceLineage.Empty;

    /// <summary>Where transfers are; null when there are none, and what needs them is then not checked.</summary>
    public ITransferStore? Transfers { get; init; }

    /// <summary>Contracts somebody answers for: none of them is a thief, whoever says so.</summary>
    public TokenList Tokens { get; init; } = TokenList.Builtin;

    /// <summary>Only what was published by the end of this day; null for all.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Keys of sources that are set aside, with all that only repeats them.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();

    public LinkParameters Parameters { get; init; } = new();

    /// <summary>Whether an incident or a label names a source, so that it can be set aside.</summary>
    public bool IsSource(string key) => Labels.HasSource(key) || LabelSources.Find(key) is not null
        || Known.Concat(Against).Append(Case).Any(theft => theft.Sources.Find(key) is not null);
}
