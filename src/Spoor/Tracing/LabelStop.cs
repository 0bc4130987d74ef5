using Spoor.Labels;

namespace Spoor.Tracing;

/// <summary>What a label means for a trace: the bucket it stops in, or that the address is the thief's and is followed.</summary>
/// <remarks>
/// Categories are matched on words of the TagPack concepts and of explorer label lists. An unknown category stops as a
/// service: an address that somebody took the trouble to name is not a fresh address of a thief. Known error: a label
/// list that names victims' or investigators' addresses stops the trace there; leave such labels out of the file.
/// </remarks>
public static class LabelStop
{
    private static readonly string[] Thieves =
        ["heist", "hack", "exploit", "thief", "theft", "perpetrator", "phish", "scam", "linking", "suspicious", "laundering"];

    private static readonly string[] Mixers = ["mixer", "mixing", "tornado", "coinjoin", "privacy"];

    private static readonly string[] Contracts = ["token", "erc20", "contract", "dex", "defi", "pool", "router"];

    /// <summary>The bucket in which taint that reaches the labelled address stops; null when it is followed on.</summary>
    public static StopReason? Of(Label label)
    {
        string category = label.Category;
        if (Names(category, Thieves))
        {
            return null;
        }

        if (Names(category, Mixers))
        {
            return StopReason.Mixer;
        }

        if (Names(category, ["bridge"]) || Names(label.Name, ["bridge"]))
        {
            return StopReason.Bridge;
        }

        return Names(category, Contracts) ? StopReason.Contract : StopReason.Service;
    }

    private static bool Names(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
