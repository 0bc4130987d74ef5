using System.Globalization;
using System.Numerics;
using Spoor.Valuation;

namespace Spoor.Reporting;

/// <summary>Dollars for a reader: cents, thousands grouped.</summary>
public static class DollarText
{
    private const int MicrosInCent = 10_000;
    private const int CentsInDollar = 100;

    public static string Of(UsdValue value)
    {
        var cents = RoundedCents(BigInteger.Abs(value.Micros));
        string whole = (cents / CentsInDollar).ToString("N0", CultureInfo.InvariantCulture);
        string rest = (cents % CentsInDollar).ToString("00", CultureInfo.InvariantCulture);
        return $"{(value.Micros.Sign < 0 && !cents.IsZero ? "-" : "")}{whole}.{rest}";
    }

    public static string Of(UsdValue? value) => value is { } known ? Of(known) : "";

    /// <summary>With a sign where it is not nothing, for differences.</summary>
    public static string Change(UsdValue value) => value > UsdValue.Zero ? $"+{Of(value)}" : value.IsZero ? "0" : Of(value);

    /// <summary>Millions with two digits: <c>49.57</c>.</summary>
    public static string Millions(UsdValue value)
    {
        var hundredths = RoundedCents(BigInteger.Abs(value.Micros) / 1_000_000);
        return string.Create(CultureInfo.InvariantCulture, $"{(value.Micros.Sign < 0 ? "-" : "")}{hundredths / CentsInDollar:N0}.{(int)(hundredths % CentsInDollar):00}");
    }

    private static BigInteger RoundedCents(BigInteger micros) => (micros + (MicrosInCent / 2)) / MicrosInCent;
}
