using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>What a node could not tell, in words.</summary>
internal static class GapsText
{
    public static IEnumerable<string> Sentences(BlockGaps gaps, long refusedAmounts)
    {
        if (gaps.HasFlag(BlockGaps.InternalMoves))
        {
            yield return "Internal moves unknown: this node keeps no traces, so native value moved by contracts is missing.";
        }

        if (gaps.HasFlag(BlockGaps.Receipts))
        {
            yield return "Fees and failures unknown: this node gives no receipts.";
        }

        if (refusedAmounts > 0)
        {
            yield return $"{Counted.Of(refusedAmounts, "token movement", "token movements")} of 2^128 units or more left out.";
        }
    }

    /// <summary>For programs.</summary>
    public static List<string> Names(BlockGaps gaps)
    {
        List<(BlockGaps Gap, string Name)> names = [(BlockGaps.InternalMoves, "internal-moves"), (BlockGaps.Receipts, "receipts")];
        return [.. names.Where(named => gaps.HasFlag(named.Gap)).Select(named => named.Name)];
    }
}
