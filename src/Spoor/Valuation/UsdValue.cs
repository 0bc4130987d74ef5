using System.Globalization;
using System.Numerics;

namespace Spoor.Valuation;

/// <summary>US dollars in whole millionths; negative only where it is a difference.</summary>
/// <remarks>
/// Rounding happens in one place, <see cref="Of"/>: amount × price, half to even. Everything after that adds whole
/// numbers, so sums by chain, by asset and over all rows agree to the unit.
/// </remarks>
public readonly record struct UsdValue(BigInteger Micros) : IComparable<UsdValue>
{
    public static readonly UsdValue Zero;

    private const int Digits = 6;

    public bool IsZero => Micros.IsZero;

    public static UsdValue operator +(UsdValue left, UsdValue right) => new(left.Micros + right.Micros);

    public static UsdValue operator -(UsdValue left, UsdValue right) => new(left.Micros - right.Micros);

    public static UsdValue operator -(UsdValue value) => new(-value.Micros);

    public static bool operator <(UsdValue left, UsdValue right) => left.Micros < right.Micros;

    public static bool operator >(UsdValue left, UsdValue right) => left.Micros > right.Micros;

    public static bool operator <=(UsdValue left, UsdValue right) => left.Micros <= right.Micros;

    public static bool operator >=(UsdValue left, UsdValue right) => left.Micros >= right.Micros;

    public static UsdValue OfDollars(long dollars) => new(dollars * BigInteger.Pow(10, Digits));

    /// <summary>What an amount is worth at a price, rounded half to even to a millionth of a dollar.</summary>
    public static UsdValue Of(Coins amount, decimal price)
    {
        var factor = Coins.Of(price);
        int surplus = amount.Decimals + factor.Decimals - Digits;
        var product = amount.Units * factor.Units;
        return new(surplus <= 0 ? product * BigInteger.Pow(10, -surplus) : HalfEven(product, BigInteger.Pow(10, surplus)));
    }

    public static UsdValue Sum(IEnumerable<UsdValue> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    /// <summary>What <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static UsdValue Parse(string text)
    {
        int point = text.Length - Digits - 1;
        return point > 0 && text[point] == '.' && BigInteger.TryParse(text.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros)
            ? new(micros)
            : throw new FormatException($"Expected dollars with {Digits} digits behind the point, found '{text}'.");
    }

    public int CompareTo(UsdValue other) => Micros.CompareTo(other.Micros);

    /// <summary>Every digit, without groups: <c>-12.500000</c>.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Micros).ToString(CultureInfo.InvariantCulture).PadLeft(Digits + 1, '0');
        return $"{(Micros.Sign < 0 ? "-" : "")}{digits[..^Digits]}.{digits[^Digits..]}";
    }

    private static BigInteger HalfEven(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        int half = (2 * rest).CompareTo(divisor);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
