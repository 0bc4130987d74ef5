using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Values as every output of Spoor writes them.</summary>
public static class Rendered
{
    /// <summary>UTC to the second, as chains keep time: <c>2023-09-12T13:20:59Z</c>.</summary>
    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>CAIP-10; null where there is no address.</summary>
    public static string? Account(ChainId chain, Address? address) =>
        address is { } known ? AddressText.ToCaip10(chain, known) : null;
}
