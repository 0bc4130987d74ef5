using Spoor.Screening;

namespace Spoor.Web.Api.MistTrack;

/// <summary>Our categories in the words of this API.</summary>
internal static class MistTrackWords
{
    /// <summary>What a movement with such an address is called.</summary>
    public static string ActionOf(ExposureCategory? category) => category switch
    {
        ExposureCategory.Exchange or ExposureCategory.ExchangeWithoutKyc => "Exchange",
        ExposureCategory.Mixer => "Mixer",
        ExposureCategory.Bridge => "Bridge",
        ExposureCategory.Contract => "DEX",
        ExposureCategory.Gambling => "Gambling",
        null or ExposureCategory.Named => "Transfer",
        <= ExposureCategory.Crime => "Malicious",
        _ => "Service",
    };

    /// <summary>The kind of a counterparty: 1 normal, 2 malicious, 3 an entity, 4 a contract.</summary>
    public static int KindOf(ExposureCategory? category) => category switch
    {
        null or ExposureCategory.Named => 1,
        <= ExposureCategory.Mixer or ExposureCategory.Frozen => 2,
        ExposureCategory.Contract or ExposureCategory.Bridge => 4,
        _ => 3,
    };

    /// <summary>What a risk is called; null for what is none.</summary>
    public static string? RiskOf(ExposureCategory category) => category switch
    {
        ExposureCategory.Sanctioned => "sanctioned_entity",
        ExposureCategory.Mixer => "mixer",
        <= ExposureCategory.Crime or ExposureCategory.Frozen => "illicit_activity",
        ExposureCategory.Gambling => "gambling",
        ExposureCategory.ExchangeWithoutKyc => "risk_exchange",
        ExposureCategory.Bridge => "bridge",
        _ => null,
    };

    /// <summary>The level of a score, as this API cuts them.</summary>
    public static string LevelOf(int score) => score switch
    {
        <= 30 => "Low",
        <= 70 => "Moderate",
        <= 90 => "High",
        _ => "Severe",
    };
}
