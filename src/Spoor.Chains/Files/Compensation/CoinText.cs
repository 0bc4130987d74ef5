using System.Globalization;

namespace Spoor.Chains.Files.Compensation;

/// <summary>Digits with at most one point as a number of smallest units; no sign, no exponent, no groups.</summary>
public static class CoinText
{
    // 19 digits fit into 64 bits.
    private const int FewDigits = 19;

    /// <param name="decimals">How far behind the point the smallest unit lies; more digits than that are refused unless they are zeros.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, int decimals, out UInt128 units)
    {
        int point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        units = 0;
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty))
        {
            return false;
        }

        var kept = fraction.Length > decimals ? fraction[..decimals] : fraction;
        bool isLost = fraction[kept.Length..].ContainsAnyExcept((byte)'0');
        return whole.Length + decimals <= FewDigits ? !isLost && TryFew(whole, kept, decimals, out units) : !isLost && TryMany(whole, kept, decimals, out units);
    }

    private static bool TryFew(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int decimals, out UInt128 units)
    {
        ulong number = 0;
        bool isNumber = TryAppend(whole, ref number) && TryAppend(fraction, ref number);
        for (int zeros = fraction.Length; zeros < decimals; zeros++)
        {
            number *= 10;
        }

        units = number;
        return isNumber;
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref ulong number)
    {
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (ulong)(digit - '0');
        }

        return true;
    }

    private static bool TryMany(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int decimals, out UInt128 units)
    {
        const int MaxDigits = 200;
        units = 0;
        if (whole.Length + decimals > MaxDigits)
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[whole.Length + decimals];
        digits.Fill((byte)'0');
        whole.CopyTo(digits);
        fraction.CopyTo(digits[whole.Length..]);
        return UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out units);
    }
}
