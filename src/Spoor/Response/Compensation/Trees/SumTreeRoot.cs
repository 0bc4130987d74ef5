using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>What is published of a tree: how many customers it has, what they are promised in all, and its hash.</summary>
/// <param name="Hash">In lower-case hexadecimal digits.</param>
public sealed record SumTreeRoot(SumTreeShape Shape, IReadOnlyList<Amount> Totals, string Hash);
