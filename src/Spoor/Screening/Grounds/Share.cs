using Spoor.Tracing;

namespace Spoor.Screening.Grounds;

/// <summary>Units on their way and what they were worth when the screened address moved them.</summary>
/// <param name="Micros">Millionths of a dollar; zero where nothing of it has a price.</param>
internal readonly record struct Share(UInt128 Units, UInt128 Micros)
{
    public static Share None => default;

    public bool IsNone => Units == UInt128.Zero;

    public static Share operator +(Share left, Share right) => new(Saturated.Add(left.Units, right.Units), Saturated.Add(left.Micros, right.Micros));

    public static Share operator -(Share left, Share right) => new(left.Units - right.Units, left.Micros - right.Micros);

    /// <summary>What a payment takes of it out of a pool: units as haircut splits them, to the largest remainder; dollars with them.</summary>
    public Share Taken(UInt128 payment, UInt128 pool) => payment >= pool ? this : OfUnits(Split(Units, payment, pool));

    /// <summary>The dollars of some of the units; all of them with the last unit.</summary>
    public Share OfUnits(UInt128 units) =>
        units == Units ? this
        : Micros == UInt128.Zero ? new(units, UInt128.Zero)
        : new(units, Divide(Micros, units, Units).Quotient);

    // Of the two parts, what goes and what stays, the one with the larger remainder has the unit that is missing; in a tie what goes.
    private static UInt128 Split(UInt128 units, UInt128 payment, UInt128 pool)
    {
        var (quotient, remainder) = Divide(units, payment, pool);
        return remainder != UInt128.Zero && remainder >= pool - remainder ? quotient + UInt128.One : quotient;
    }

    private static (UInt128 Quotient, UInt128 Remainder) Divide(UInt128 left, UInt128 right, UInt128 divisor)
    {
        // Most products fit, and the long way takes several times as long.
        if (left <= ulong.MaxValue && right <= ulong.MaxValue)
        {
            return UInt128.DivRem(left * right, divisor);
        }

        return LargestRemainder.MultiplyDivide(left, right, divisor);
    }
}
