using System.Globalization;

namespace Spoor.Reporting;

/// <summary>Dollars in millions as ledgers print them: one digit after the point, two below one million.</summary>
public static class MillionsText
{
    public static string Of(decimal usd)
    {
        decimal millions = usd / 1_000_000m;
        int digits = decimal.Abs(millions) < 1m && millions != 0m ? 2 : 1;
        return decimal.Round(millions, digits, MidpointRounding.AwayFromZero).ToString(digits == 2 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>With its sign: <c>+12.3</c>, <c>-4.5</c>.</summary>
    public static string WithSign(decimal usd) => usd > 0m ? $"+{Of(usd)}" : Of(usd);
}
