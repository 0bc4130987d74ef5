using System.Globalization;

namespace Spoor.Chains.Bitcoin;

/// <summary>An amount as Bitcoin Core writes it, a JSON number in whole coins, taken to the smallest unit digit by digit.</summary>
/// <remarks>
/// Never through a floating-point type: 0.1 is none of them, and a node may write <c>1e-8</c>. A digit below the smallest unit
/// is refused, not rounded.
/// </remarks>
internal static class CoinAmount
{
    // No amount has more digits; 10^999999999 must not be computed to learn that it is too large.
    private const int MaxDigits = 30;

    /// <param name="number">A JSON number, as it is written.</param>
    /// <param name="decimals">Digits of a coin after the point: 8.</param>
    /// <param name="units">The amount, never negative; zero when the answer is false.</param>
    public static bool TryRead(string number, int decimals, out Int128 units)
    {
        units = 0;
        int mark = number.AsSpan().IndexOfAny('e', 'E');
        string mantissa = mark < 0 ? number : number[..mark];
        if (number[0] == '-' || !TryExponent(mark < 0 ? "0" : number[(mark + 1)..], out int exponent))
        {
            return false;
        }

        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string fraction = point < 0 ? "" : mantissa[(point + 1)..];
        string digits = (point < 0 ? mantissa : mantissa[..point]) + fraction;
        string significant = digits.TrimEnd('0');
        int zeros = digits.Length - significant.Length + decimals + exponent - fraction.Length;
        significant = significant.TrimStart('0');
        if (significant.Length == 0)
        {
            return true;
        }

        return zeros >= 0
            && significant.Length + zeros <= MaxDigits
            && Int128.TryParse(significant + new string('0', zeros), NumberStyles.None, CultureInfo.InvariantCulture, out units);
    }

    private static bool TryExponent(string text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        && exponent is >= -MaxDigits and <= MaxDigits;
}
