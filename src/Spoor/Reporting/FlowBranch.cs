using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>An address in a <see cref="FlowTree"/>, with what came to it from the address it hangs on.</summary>
public sealed record FlowBranch
{
    /// <summary>Null for an output without an address.</summary>
    public required Address? Address { get; init; }

    /// <summary>Tainted units that came along this branch; at the root, what the theft took.</summary>
    public required Amount Amount { get; init; }

    /// <summary>In how many transfers; 0 at the root.</summary>
    public required int Transfers { get; init; }

    /// <summary>The time of the first of them.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>What the trace found there; null where there is no address.</summary>
    public required TracedHolding? Holding { get; init; }

    /// <summary>Whether the address is unfolded elsewhere in the tree.</summary>
    public required bool IsRepeated { get; init; }

    public required IReadOnlyList<FlowBranch> Branches { get; init; }

    /// <summary>How many branches are not shown.</summary>
    public required int FoldedBranches { get; init; }

    public required Amount FoldedAmount { get; init; }
}
