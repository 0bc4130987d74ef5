using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Carries taint through a swap: the lots given in one asset become lots of the asset received.</summary>
/// <remarks>
/// The units received are split over the lots given in proportion, by largest remainder, in the order
/// in which the rule gave them. What each lot stands for in the stolen asset stays with it, so the value traced does not
/// drift with the price (law P12); fees and slippage leave as price, not as taint.
/// </remarks>
public static class SwapTaint
{
    /// <param name="given">The lots given, as a rule took them.</param>
    /// <param name="received">Units of the other asset received for all of them.</param>
    /// <returns>
    /// One lot for each given, in order. A lot may get no unit, where there are fewer units than lots; it still stands for its
    /// origin, which the caller must account for.
    /// </returns>
    /// <exception cref="ArgumentException">Something was received for nothing.</exception>
    public static IReadOnlyList<Lot> Rebase(IReadOnlyList<Lot> given, Amount received)
    {
        UInt128[] weights = [.. given.Select(lot => lot.Amount.Units)];
        var parts = new UInt128[weights.Length];
        LargestRemainder.Split(received.Units, weights, parts);
        return [.. given.Select((lot, i) => lot with { Amount = new(parts[i]) })];
    }
}
