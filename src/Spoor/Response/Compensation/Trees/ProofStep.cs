using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>A sibling on the way from a leaf to the top.</summary>
/// <param name="Hash">In lower-case hexadecimal digits.</param>
/// <param name="Sums">By asset.</param>
public sealed record ProofStep(string Hash, IReadOnlyList<Amount> Sums);
