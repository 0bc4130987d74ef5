using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Spoor.Transfers;

/// <summary>An amount as a file writes it: <c>1500</c>, <c>1.22E+15</c>, <c>1000.0</c>, <c>0xff</c>.</summary>
/// <remarks>
/// The number is read exactly as written, never through a floating-point type. A spreadsheet that wrote <c>1.22E+15</c>
/// dropped twelve digits we cannot get back, so the amount is flagged <see cref="AmountQuality.Rounded"/>; the units it
/// states are still exact integers and books over them still balance.
/// </remarks>
public readonly partial record struct WrittenAmount(BigInteger Units, AmountQuality Quality)
{
    // 2^53: up to here a program that computes in doubles still holds every integer, so "1000.0" lost nothing.
    private static readonly BigInteger ExactInDoubles = BigInteger.One << 53;

    // 2^256 has 78 digits: nothing on a chain is longer, and 10^999999999 must not be computed to learn that it is too large.
    private const int MaxDigits = 100;

    /// <summary>Reads a number of whole units; false when it is not a number, negative, or has a fraction.</summary>
    public static bool TryParse(string text, out WrittenAmount amount)
    {
        amount = default;
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            bool isHex = BigInteger.TryParse(
                "0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits);
            amount = new(bits, AmountQuality.Exact);
            return isHex && text.Length is > 2 and <= MaxDigits;
        }

        var match = Decimal().Match(text);
        return match.Success && TryScale(match, out amount);
    }

    private static bool TryScale(Match match, out WrittenAmount amount)
    {
        amount = default;
        string fraction = match.Groups["fraction"].Value;
        string significant = fraction.TrimEnd('0');
        string whole = match.Groups["whole"].Value.TrimStart('0');
        bool isZero = whole.Length == 0 && significant.Length == 0;
        int exponent = match.Groups["exponent"].Success ? ParseExponent(match.Groups["exponent"].Value) : 0;
        if (isZero)
        {
            return true;
        }

        if (exponent < significant.Length)
        {
            return TryShiftRight(whole + significant, significant.Length - exponent, out amount);
        }

        var units = BigInteger.Parse(whole + significant, CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, Math.Min(exponent - significant.Length, MaxDigits));
        bool isFloat = match.Groups["fraction"].Success && !match.Groups["exponent"].Success;
        bool lacksDigits = exponent > fraction.Length || (isFloat && units > ExactInDoubles);
        amount = new(units, lacksDigits ? AmountQuality.Rounded : AmountQuality.Exact);
        return true;
    }

    /// <summary>The whole number left when a decimal point moves left over zeros: <c>1200E-2</c> is 12.</summary>
    private static bool TryShiftRight(string digits, int places, out WrittenAmount amount)
    {
        bool isWhole = places < digits.Length && digits[^places..].All(digit => digit == '0');
        amount = isWhole
            ? new(BigInteger.Parse(digits[..^places], CultureInfo.InvariantCulture), AmountQuality.Exact)
            : default;
        return isWhole;
    }

    private static int ParseExponent(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
            ? Math.Clamp(exponent, -MaxDigits, 2 * MaxDigits)
            : 2 * MaxDigits;

    [GeneratedRegex(@"^(?<whole>[0-9]{1,400})(\.(?<fraction>[0-9]{0,400}))?([eE](?<exponent>[+-]?[0-9]{1,9}))?\z")]
    private static partial Regex Decimal();
}
