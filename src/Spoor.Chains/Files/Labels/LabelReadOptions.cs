using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>What the reader of a label file is told beside the file.</summary>
public sealed record LabelReadOptions
{
    /// <summary>The day a label counts as learned where neither row nor file name states one: as a rule today.</summary>
    public required DateOnly DefaultLearned { get; init; }

    /// <summary>The day every label counts as learned, whatever the file states; null to let it state.</summary>
    public DateOnly? Learned { get; init; }

    /// <summary>No row may state a later day: as a rule today.</summary>
    public DateOnly Latest { get; init; } = DateOnly.MaxValue;

    /// <summary>Take from <c>context.spoor</c> of a TagPack what Spoor put there when it wrote the pack; anybody can write it.</summary>
    public bool TrustContext { get; init; }

    /// <summary>Leave faulty rows out and list them, instead of refusing the whole file.</summary>
    public bool SkipFaultyRows { get; init; }

    /// <summary>The chain of a file that does not name one, such as an explorer's dump under a name of one's own.</summary>
    public ChainId? Chain { get; init; }
}
