using Spoor.Transfers;

namespace Spoor.Workspace.Importing;

/// <summary>How a file is to be imported, as a user asks for it.</summary>
public sealed record ImportOrder
{
    /// <summary>Null: told by the content of the file.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>The chain of a file that names none.</summary>
    public ChainId? Chain { get; init; }

    /// <summary>The source of labels that name none; null for the name of the file.</summary>
    public string? Source { get; init; }

    /// <summary>Whether faulty rows are left out; else one of them stops the import.</summary>
    public bool SkipFaulty { get; init; }

    /// <summary>Whether it is only said what would come of it. For labels.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The day of the import, UTC.</summary>
    public required DateOnly Today { get; init; }
}
