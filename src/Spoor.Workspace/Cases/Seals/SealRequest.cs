using Spoor.Records;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>What a seal says besides the case itself.</summary>
public sealed record SealRequest
{
    public required CaseParameters Parameters { get; init; }

    /// <summary>When it is sealed, where that shall be stated.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The id of the seal that this one follows.</summary>
    public string? Previous { get; init; }

    /// <summary>What was done about the incident; null where there is no desk.</summary>
    public ActLog? Acts { get; init; }

    /// <summary>The tables that these acts name.</summary>
    public IReadOnlyList<CaseEntry> Tables { get; init; } = [];

    /// <summary>The version of the program, as the manifest states it.</summary>
    public string Tool { get; init; } = CaseRules.Tool;
}
