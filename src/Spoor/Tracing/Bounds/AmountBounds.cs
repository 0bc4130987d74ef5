using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>The least and the most stolen value that can have ended at a place, whatever rule divides mixed money.</summary>
/// <param name="Lower">As much must be there: the rest of the theft cannot have gone elsewhere.</param>
/// <param name="Upper">More cannot have got there.</param>
public readonly record struct AmountBounds(Amount Lower, Amount Upper)
{
    /// <summary>Whether the data alone decide the amount, and no rule has a say.</summary>
    public bool IsCertain => Lower == Upper;
}
