using System.Globalization;
using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>Figures and names as a person reads them at night.</summary>
internal static class Words
{
    /// <summary>Whole dollars, cents below ten: <c>USD 7,912,345</c>.</summary>
    public static string Usd(UsdValue value)
    {
        var million = new BigInteger(1_000_000);
        if (BigInteger.Abs(value.Micros) >= 10 * million)
        {
            return "USD " + BigInteger.Divide(value.Micros, million).ToString("N0", CultureInfo.InvariantCulture);
        }

        decimal dollars = (decimal)value.Micros / 1_000_000m;
        return "USD " + dollars.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Thousandths as per cent: 974 is <c>97.4 %</c>.</summary>
    public static string Share(long thousandths) =>
        string.Create(CultureInfo.InvariantCulture, $"{thousandths / 10m:0.#} %");

    public static string At(ChainId chain, Address? address) =>
        address is { } known ? AddressText.Render(chain, known) : "no address";

    public static string ChainName(ChainId chain) =>
        ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
