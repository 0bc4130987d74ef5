using Spoor.Labels;

namespace Spoor.Screening;

/// <summary>Reads the category of a label from its nature and its words, and names categories as files do.</summary>
/// <remarks>Rules and what they get wrong: <c>docs/methods/screening.md</c>.</remarks>
public static class ExposureCategories
{
    private static readonly string[] Sanctions = ["sanction", "sanctions", "sanctioned", "ofac"];
    private static readonly string[] Terror = ["terroris"];
    private static readonly string[] Ransom = ["ransom"];
    private static readonly string[] Thefts = ["heist", "hack", "exploit", "thief", "thieves", "theft", "stolen", "attacker"];
    private static readonly string[] Scams = ["phish", "scam", "fraud", "ponzi", "pyramid", "rugpull", "drainer"];
    private static readonly string[] Darknet = ["darknet", "darkweb", "darkmarket"];
    private static readonly string[] Casinos = ["gambling", "casino", "betting"];
    private static readonly string[] Exchanges = ["exchange", "exchanges", "cex"];
    private static readonly string[] Miners = ["mining", "miner", "validator"];

    private static readonly ExposureCategory[] All = Enum.GetValues<ExposureCategory>();
    private static readonly string[] Names = [.. All.Select(category => Kebab(category.ToString()))];

    public static ExposureCategory Of(Label label)
    {
        var said = LabelTerms.Of([label.Category, label.Abuse, .. label.Concepts]);
        var name = LabelTerms.Of([label.Name]);
        var nature = LabelNatures.Of(label);
        if (nature != LabelNature.Bystander && (said.HasAny(Sanctions) || name.HasAny(Sanctions)))
        {
            return ExposureCategory.Sanctioned;
        }

        return nature switch
        {
            LabelNature.Perpetrator => OfDeed(said) ?? OfDeed(name) ?? ExposureCategory.Crime,
            LabelNature.Mixer => ExposureCategory.Mixer,
            LabelNature.Sanctioned => ExposureCategory.Frozen,
            LabelNature.Bridge => ExposureCategory.Bridge,
            LabelNature.Contract => ExposureCategory.Contract,
            LabelNature.Bystander => ExposureCategory.Named,
            _ => OfService(said),
        };
    }

    /// <summary>The gravest of several labels; null without any.</summary>
    public static (ExposureCategory Category, Label Label)? Gravest(IEnumerable<Label> labels)
    {
        (ExposureCategory Category, Label Label)? gravest = null;
        foreach (var label in labels)
        {
            var category = Of(label);
            gravest = gravest is { } known && known.Category <= category ? gravest : (category, label);
        }

        return gravest;
    }

    /// <summary><c>darknet-market</c>.</summary>
    public static string NameOf(ExposureCategory category) => Names[(int)category];

    public static ExposureCategory? Find(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var place ? All[place] : null;

    private static ExposureCategory? OfDeed(LabelTerms terms) =>
        terms.BeginsAny(Terror, but: []) ? ExposureCategory.Terrorism
        : terms.BeginsAny(Ransom, but: []) ? ExposureCategory.Ransomware
        : terms.BeginsAny(Scams, but: []) || terms.HasAll("rug", "pull") ? ExposureCategory.Scam
        : terms.BeginsAny(Thefts, but: []) ? ExposureCategory.Theft
        : null;

    private static ExposureCategory OfService(LabelTerms said) =>
        said.HasAny(Darknet) || said.HasAll("dark", "market") || said.HasAll("darknet", "market") ? ExposureCategory.DarknetMarket
        : said.HasAny(Casinos) ? ExposureCategory.Gambling
        : said.HasAny(["nokyc"]) || said.HasAll("no", "kyc") || said.HasAll("non", "kyc") || said.HasAll("without", "kyc") || said.HasAll("coin", "swapping")
            ? ExposureCategory.ExchangeWithoutKyc
        : said.HasAny(Exchanges) ? ExposureCategory.Exchange
        : said.HasAny(Miners) ? ExposureCategory.Mining
        : ExposureCategory.Service;

    private static string Kebab(string name) => string.Concat(
        name.Select((letter, place) => char.IsUpper(letter) ? $"{(place > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
