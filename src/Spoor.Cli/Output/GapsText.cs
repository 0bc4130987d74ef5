using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>What a node could not tell, in words.</summary>
internal static class GapsText
{
    private static readonly IReadOnlyList<(BlockGaps Gap, string Name, string Heading, string Sentence)> Known =
    [
        (BlockGaps.InternalMoves, "internal-moves", "Internal moves unknown", "Internal moves unknown: without call traces, native value moved by contracts is missing."),
        (BlockGaps.Receipts, "receipts", "Fees unknown", "Fees and failures unknown: this node gives no receipts."),
        (BlockGaps.SpentOutputs, "spent-outputs", "Inputs unknown", "Inputs unknown: the node could not tell what some inputs spend, so their amounts and senders are missing."),
        (BlockGaps.ShieldedMoves, "shielded-moves", "Shielded in part", "Shielded moves unknown: part of what moved is inside shielded pools, which nobody can see."),
    ];

    public static IEnumerable<string> Sentences(BlockGaps gaps, long refusedAmounts)
    {
        foreach (var (_, _, _, sentence) in Known.Where(known => gaps.HasFlag(known.Gap)))
        {
            yield return sentence;
        }

        if (refusedAmounts > 0)
        {
            yield return $"{Counted.Of(refusedAmounts, "token movement", "token movements")} of 2^128 units or more left out.";
        }
    }

    /// <summary>For programs.</summary>
    public static List<string> Names(BlockGaps gaps) => [.. Known.Where(known => gaps.HasFlag(known.Gap)).Select(known => known.Name)];

    /// <summary>Each gap with the heading of its column.</summary>
    public static IEnumerable<(BlockGaps Gap, string Heading)> Columns => Known.Select(known => (known.Gap, known.Heading));
}
