using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>What a node cannot tell, in words.</summary>
internal static class GapsText
{
    public static string Of(BlockGaps gaps)
    {
        IEnumerable<(BlockGaps Gap, string Words)> all =
        [
            (BlockGaps.InternalMoves, "coins that contracts move inside transactions"),
            (BlockGaps.Receipts, "fees and failed transactions"),
        ];
        return string.Join(" and ", all.Where(known => gaps.HasFlag(known.Gap)).Select(known => known.Words));
    }
}
