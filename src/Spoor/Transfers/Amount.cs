using System.Globalization;
using System.Numerics;

namespace Spoor.Transfers;

/// <summary>A quantity of an asset in its smallest unit (wei, satoshi, sun); never negative, never fractional.</summary>
public readonly record struct Amount(UInt128 Units) : IComparable<Amount>
{
    public static readonly Amount Zero;

    public bool IsZero => Units == UInt128.Zero;

    public static Amount operator +(Amount left, Amount right) => new(checked(left.Units + right.Units));

    public static Amount operator -(Amount left, Amount right) => new(checked(left.Units - right.Units));

    public static bool operator <(Amount left, Amount right) => left.Units < right.Units;

    public static bool operator >(Amount left, Amount right) => left.Units > right.Units;

    public static bool operator <=(Amount left, Amount right) => left.Units <= right.Units;

    public static bool operator >=(Amount left, Amount right) => left.Units >= right.Units;

    public static Amount Min(Amount left, Amount right) => left.Units < right.Units ? left : right;

    /// <exception cref="FormatException">Not a whole number of units below 2^128.</exception>
    public static Amount Parse(string text) =>
        UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            ? new(units)
            : throw new FormatException($"Expected a whole number of units below 2^128, found '{text}'.");

    /// <summary>The amount in whole coins, as people read it: 1500000 with 6 decimals is <c>1.5</c>.</summary>
    public string ToDecimalString(int decimals)
    {
        string digits = Units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string whole = digits[..^decimals];
        string fraction = digits[^decimals..].TrimEnd('0');
        string grouped = BigInteger.Parse(whole, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
        return fraction.Length == 0 ? grouped : $"{grouped}.{fraction}";
    }

    public int CompareTo(Amount other) => Units.CompareTo(other.Units);

    public override string ToString() => Units.ToString(CultureInfo.InvariantCulture);
}
