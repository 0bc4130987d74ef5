using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>What a customer needs to find their own line in a published root.</summary>
public sealed record CustomerProof
{
    public required string Customer { get; init; }

    /// <summary>What the customer is promised, by asset.</summary>
    public required IReadOnlyList<Amount> Amounts { get; init; }

    /// <summary>In lower-case hexadecimal digits; for this customer alone.</summary>
    public required string Salt { get; init; }

    /// <summary>The place of the leaf, from 0; its bits say on which side each sibling stands.</summary>
    public required int Index { get; init; }

    /// <summary>From the leaf upwards.</summary>
    public required IReadOnlyList<ProofStep> Path { get; init; }

    /// <summary>The root it claims to lead to.</summary>
    public required SumTreeRoot Root { get; init; }
}
