namespace Spoor.Labels;

/// <summary>What a label makes of its address, for those who must decide by it.</summary>
public enum LabelNature
{
    /// <summary>A thief, or an address of theirs.</summary>
    Perpetrator,

    Mixer,

    Bridge,

    /// <summary>A token or another contract without an owner.</summary>
    Contract,

    /// <summary>A service, or anybody else who is named.</summary>
    Service,
}

/// <summary>Reads the nature of a label from its category, abuse, concepts and name.</summary>
/// <remarks>
/// Words of the TagPack concepts and of explorer label lists. What is not recognised is a service: an address that
/// somebody took the trouble to name is not a fresh address of a thief. Known error: a list that names victims or
/// investigators makes services of them.
/// </remarks>
public static class LabelNatures
{
    private static readonly string[] Thieves =
        ["heist", "hack", "exploit", "thief", "theft", "perpetrator", "phish", "scam", "linking", "suspicious", "laundering"];

    private static readonly string[] Mixers = ["mixer", "mixing", "tornado", "coinjoin", "privacy"];

    private static readonly string[] Contracts = ["token", "erc20", "contract", "dex", "defi", "pool", "router"];

    public static LabelNature Of(Label label)
    {
        string category = label.Category;
        if (Names(category, Thieves) || Names(label.Abuse, Thieves) || label.Concepts.Any(concept => Names(concept, Thieves)))
        {
            return LabelNature.Perpetrator;
        }

        if (Names(category, Mixers))
        {
            return LabelNature.Mixer;
        }

        if (Names(category, ["bridge"]) || Names(label.Name, ["bridge"]))
        {
            return LabelNature.Bridge;
        }

        return Names(category, Contracts) ? LabelNature.Contract : LabelNature.Service;
    }

    private static bool Names(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
