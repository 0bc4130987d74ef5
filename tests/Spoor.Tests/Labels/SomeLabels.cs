using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Labels;

/// <summary>Labels for tests, made in a line.</summary>
internal static class SomeLabels
{
    public static readonly ChainId Ethereum = ChainRegistry.Find("ethereum").Id;
    public static readonly ChainId Polygon = ChainRegistry.Find("polygon").Id;

    /// <summary>The address that the thieves of CoinEx and of Stake shared (ZachXBT, 2023-09-13).</summary>
    public static readonly Address Pivot = AddressText.Parse(Ethereum, "0x75497999432B8701330fB68058bd21918C02Ac59");

    /// <summary>The contract of the token DAI.</summary>
    public static readonly Address Dai = AddressText.Parse(Ethereum, "0x6B175474E89094C44Da98b954EedeAC495271d0F");

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Label Of(Address address, ChainId? chain, string name, string category, string source = "explorer") => new()
    {
        Subject = new LabelSubject.OfAddress(chain, address),
        Name = name,
        Category = category,
        Source = source,
        Learned = Day("2023-09-13"),
    };

    /// <summary>A label under an id of its own.</summary>
    public static RecordedLabel As(this Label label, string id) => new(id, label);
}
