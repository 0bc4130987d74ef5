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
    private static readonly Amount AUnit = new(1);

    /// <param name="given">The lots given, as a rule took them.</param>
    /// <param name="received">Units of the other asset received for all of them.</param>
    /// <returns>
    /// One lot for each given, in order. A stolen lot too small for a unit joins its theft's largest, or gets a unit of another lot; only where there are
    /// fewer units than thefts a lot without units still stands for its origin, which the caller must account for.
    /// </returns>
    /// <exception cref="ArgumentException">Something was received for nothing.</exception>
    public static IReadOnlyList<Lot> Rebase(IReadOnlyList<Lot> given, Amount received)
    {
        UInt128[] weights = [.. given.Select(lot => lot.Amount.Units)];
        var parts = new UInt128[weights.Length];
        LargestRemainder.Split(received.Units, weights, parts);
        List<Lot> rebased = [.. given.Select((lot, i) => lot with { Amount = new(parts[i]) })];
        for (int i = 0; i < rebased.Count; i++)
        {
            if (rebased[i] is { IsTainted: true, Amount.IsZero: true })
            {
                Place(rebased, i);
            }
        }

        return rebased;
    }

    // With what the same theft got; else with a unit of a clean lot, else of the largest that has two. A thief may buy one thing that has no parts.
    private static void Place(List<Lot> lots, int small)
    {
        int own = Largest(lots, lot => lot.Theft == lots[small].Theft && !lot.Amount.IsZero);
        if (own >= 0)
        {
            lots[own] = lots[own] with { Origin = lots[own].Origin + lots[small].Origin };
            lots[small] = lots[small] with { Origin = Amount.Zero };
            return;
        }

        int clean = Largest(lots, lot => !lot.IsTainted && !lot.Amount.IsZero);
        int giver = clean >= 0 ? clean : Largest(lots, lot => lot.Amount > AUnit);
        if (giver >= 0)
        {
            lots[giver] = lots[giver] with { Amount = lots[giver].Amount - AUnit };
            lots[small] = lots[small] with { Amount = AUnit };
        }
    }

    private static int Largest(List<Lot> lots, Func<Lot, bool> among)
    {
        int largest = -1;
        for (int i = 0; i < lots.Count; i++)
        {
            largest = among(lots[i]) && (largest < 0 || lots[i].Amount > lots[largest].Amount) ? i : largest;
        }

        return largest;
    }
}
