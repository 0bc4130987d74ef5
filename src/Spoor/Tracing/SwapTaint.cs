using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Carries taint through a swap: the lots given in one asset become lots of the asset received.</summary>
/// <remarks>
/// The units received are split over the lots given in proportion, by largest remainder, in the order
/// in which the rule gave them. What each lot was worth in the stolen asset stays with it, so the value traced does not
/// drift with the price (law P12); fees and slippage leave as price, not as taint.
/// </remarks>
public static class SwapTaint
{
    /// <param name="given">The lots given, as a rule took them.</param>
    /// <param name="received">Units of the other asset received for all of them.</param>
    /// <exception cref="ArgumentException">Something was received for nothing.</exception>
    public static IReadOnlyList<RebasedLot> Rebase(IReadOnlyList<Lot> given, Amount received)
    {
        UInt128[] weights = [.. given.Select(lot => lot.Amount.Units)];
        var parts = new UInt128[weights.Length];
        LargestRemainder.Split(received.Units, weights, parts);
        return [.. given.Select((lot, i) => new RebasedLot(new(new(parts[i]), lot.Theft), lot.Amount))];
    }
}

/// <summary>A lot of the asset received, and how many units of the asset given it stands for.</summary>
public readonly record struct RebasedLot(Lot Lot, Amount Origin);
