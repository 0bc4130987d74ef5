using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Web.Pages.Elements;

namespace Spoor.Web.Pages.Explorer;

/// <summary>What a screening found, in words.</summary>
internal static class ScreeningWords
{
    public static string Because(RiskFact fact) => fact.Ground switch
    {
        RuleGround.Own => $"a label of it: {ExposureCategories.NameOf(fact.Category)}",
        RuleGround.SameKey => $"a label of the same key on another chain: {ExposureCategories.NameOf(fact.Category)}",
        _ => $"{PerMillionText.Percent(fact.SharePerMillion)} of what {(fact.Side == ExposureSide.Incoming ? "came in" : "went out")}, {(fact.Ground == RuleGround.Direct ? "directly" : "over others")}: {ExposureCategories.NameOf(fact.Category)}",
    };

    public static string TitleOf(Exposure exposure) =>
        $"{PerMillionText.Percent(exposure.SharePerMillion)} {(exposure.Side == ExposureSide.Incoming ? "from" : "to")} {ExposureCategories.NameOf(exposure.Category)}, {exposure.Reach.ToString().ToLowerInvariant()}";

    public static string AmountsOf(Exposure exposure) =>
        string.Join(" + ", exposure.Amounts.Select(amount => $"{CoinWords.Shown(amount.Asset, amount.Amount)} {CoinWords.NameOf(amount.Asset)}"));
}
