using System.Globalization;

namespace Spoor.Tracing.Evaluation;

/// <summary>A share of a whole, kept as the two whole numbers it was computed from.</summary>
public readonly record struct Ratio(UInt128 Part, UInt128 Whole)
{
    private const uint Steps = 10_000;

    /// <summary>The share to four decimals, half a step up; <c>1.0000</c> is never shown for less than the whole.</summary>
    /// <exception cref="DivideByZeroException">The whole is zero: there is no share of nothing.</exception>
    public decimal Rounded
    {
        get
        {
            var (steps, rest) = LargestRemainder.MultiplyDivide(Part, Steps, Whole);
            bool up = rest >= Whole - rest && !(steps == Steps - 1 && Part < Whole);
            return (decimal)(steps + (up ? UInt128.One : UInt128.Zero)) * 0.0001m;
        }
    }

    /// <summary>The share, or null where the whole is zero and nothing can be said.</summary>
    public static Ratio? Of(UInt128 part, UInt128 whole) => whole == UInt128.Zero ? null : new Ratio(part, whole);

    public static Ratio? Of(int part, int whole) => Of((UInt128)part, (UInt128)whole);

    /// <summary>Four decimals: <c>0.9111</c>.</summary>
    public override string ToString() => Rounded.ToString("0.0000", CultureInfo.InvariantCulture);
}
