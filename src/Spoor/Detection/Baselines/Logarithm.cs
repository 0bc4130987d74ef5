using System.Numerics;
using Spoor.Valuation;

namespace Spoor.Detection.Baselines;

/// <summary>Logarithms that come out the same to the last bit on every machine.</summary>
/// <remarks>
/// <c>Math.Log</c> and <c>Math.Exp</c> are those of the system's C library and differ in the last bit between systems.
/// Here are only additions, multiplications and divisions, which IEEE 754 fixes, so a habit learnt on two systems is one habit.
/// </remarks>
public static class Logarithm
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln10 = 2.302585092994045684;
    private const double SquareRootOf2 = 1.41421356237309504880;
    private const double MostDecades = 15;

    private static readonly BigInteger MostMicros = BigInteger.Pow(10, 21);

    /// <summary>Natural logarithm of a number above zero, to about one unit in the last place.</summary>
    public static double Natural(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xF_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > SquareRootOf2)
        {
            mantissa /= 2;
            exponent++;
        }

        // 2 artanh(s): the terms fall by a factor of 34 each.
        double s = (mantissa - 1) / (mantissa + 1);
        double q = s * s;
        double series = 1.0 / 21;
        for (int odd = 19; odd >= 1; odd -= 2)
        {
            series = (series * q) + (1.0 / odd);
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s * series));
    }

    /// <summary>e to the power of a number between -700 and 700; numbers beyond are taken as those.</summary>
    public static double Exponential(double x)
    {
        double bounded = Math.Clamp(x, -700, 700);
        double whole = Math.Round(bounded / (Ln2High + Ln2Low));
        double rest = bounded - (whole * Ln2High) - (whole * Ln2Low);
        double series = 1;
        for (int term = 14; term >= 1; term--)
        {
            series = 1 + (series * rest / term);
        }

        return series * BitConverter.Int64BitsToDouble((long)(whole + 1023) << 52);
    }

    /// <summary>log10(usd + 1): 0 for nothing, 6 for about a million dollars; never above 15.</summary>
    public static double OfDollars(double dollars) => Math.Min(MostDecades, Natural(dollars + 1) / Ln10);

    /// <summary>Dollars as a statistic takes them: not below zero and at most 10^15.</summary>
    public static double DollarsOf(UsdValue worth) =>
        worth.Micros.Sign <= 0 ? 0 : (double)(worth.Micros < MostMicros ? worth.Micros : MostMicros) / 1e6;

    /// <summary>Whole dollars of a place on the scale of <see cref="OfDollars"/>, rounded to the nearest.</summary>
    public static long Dollars(double decades) =>
        (long)Math.Round(Exponential(Math.Clamp(decades, 0, MostDecades) * Ln10) - 1);

    /// <inheritdoc cref="Dollars"/>
    public static long DollarsOfMillionths(int millionths) => Dollars(millionths / 1e6);
}
