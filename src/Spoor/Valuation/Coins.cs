using System.Globalization;
using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Valuation;

/// <summary>An exact amount in whole coins, as it is published: <c>11676</c>, <c>0.25</c>; never negative.</summary>
/// <remarks>Kept without zeros at its end, so that equal amounts are equal values.</remarks>
public readonly record struct Coins : IComparable<Coins>
{
    // No asset has more than 2^256 units, and a file must not make us compute with a million digits.
    private const int MaxDigits = 100;

    private Coins(BigInteger units, int decimals)
    {
        while (decimals > 0 && BigInteger.Remainder(units, 10).IsZero)
        {
            units /= 10;
            decimals--;
        }

        Units = units;
        Decimals = decimals;
    }

    /// <summary>The amount × 10^<see cref="Decimals"/>.</summary>
    public BigInteger Units { get; }

    /// <summary>Digits after the point.</summary>
    public int Decimals { get; }

    public static Coins operator +(Coins left, Coins right)
    {
        int decimals = Math.Max(left.Decimals, right.Decimals);
        return new(left.UnitsAt(decimals) + right.UnitsAt(decimals), decimals);
    }

    public static bool operator <(Coins left, Coins right) => left.CompareTo(right) < 0;

    public static bool operator >(Coins left, Coins right) => left.CompareTo(right) > 0;

    public static bool operator <=(Coins left, Coins right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Coins left, Coins right) => left.CompareTo(right) >= 0;

    /// <summary>An amount on a chain, whose smallest unit lies so many digits behind the point.</summary>
    public static Coins Of(Amount amount, int decimals) => new((BigInteger)amount.Units, decimals);

    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Coins Of(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return TryParse(amount.ToString(CultureInfo.InvariantCulture), out var coins) ? coins : throw new InvalidOperationException($"The decimal {amount} was not read back.");
    }

    /// <summary>Reads digits with at most one point; no sign, no exponent, no groups.</summary>
    public static bool TryParse(string text, out Coins coins)
    {
        coins = default;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string digits = point < 0 ? text : text.Remove(point, 1);
        if (point == 0 || point == text.Length - 1 || digits.Length is 0 or > MaxDigits || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        coins = new(BigInteger.Parse(digits, CultureInfo.InvariantCulture), point < 0 ? 0 : text.Length - point - 1);
        return true;
    }

    public int CompareTo(Coins other)
    {
        int decimals = Math.Max(Decimals, other.Decimals);
        return UnitsAt(decimals).CompareTo(other.UnitsAt(decimals));
    }

    /// <summary>Every digit, without groups.</summary>
    public override string ToString() => Written("0");

    /// <summary>Every digit, thousands grouped, as people read it.</summary>
    public string ToGroupedString() => Written("N0");

    private string Written(string whole)
    {
        var size = BigInteger.Pow(10, Decimals);
        string before = BigInteger.Divide(Units, size).ToString(whole, CultureInfo.InvariantCulture);
        string after = BigInteger.Remainder(Units, size).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0');
        return Decimals == 0 ? before : $"{before}.{after}";
    }

    private BigInteger UnitsAt(int decimals) => Units * BigInteger.Pow(10, decimals - Decimals);
}
