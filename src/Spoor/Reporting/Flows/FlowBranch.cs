using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>A place in a <see cref="FlowTree"/>, with what came to it from the place it hangs on.</summary>
public sealed record FlowBranch
{
    public required FlowPlace Place { get; init; }

    /// <summary>Null for an output without an address, and for value between two chains.</summary>
    public Address? Address => Place.Address;

    public required FlowKind Kind { get; init; }

    /// <summary>What was got in exchange, or came out of the bridge: tainted units, in order of asset; empty for payments.</summary>
    public required IReadOnlyList<ConvertedAmount> Got { get; init; }

    /// <summary>The bridge; of several, the first.</summary>
    public required string? Over { get; init; }

    /// <summary>Tainted units that came along this branch, in the stolen asset; at the root, what the theft took.</summary>
    public required Amount Amount { get; init; }

    /// <summary>In how many transfers; 0 at the root.</summary>
    public required int Transfers { get; init; }

    /// <summary>The time of the first of them.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>What is held there, of this theft and in the stolen asset, whatever it was exchanged for.</summary>
    public required Amount Held { get; init; }

    /// <summary>The assets as which it is held, in order.</summary>
    public required IReadOnlyList<AssetId> HeldAs { get; init; }

    /// <summary>Why value of this theft was not followed beyond; null where all was.</summary>
    public required TraceStop? Stop { get; init; }

    /// <summary>Whether the place is unfolded elsewhere in the tree; so is the one at which value only changed its asset.</summary>
    public required bool IsRepeated { get; init; }

    public required IReadOnlyList<FlowBranch> Branches { get; init; }

    /// <summary>How many branches are not shown.</summary>
    public required int FoldedBranches { get; init; }

    public required Amount FoldedAmount { get; init; }
}
