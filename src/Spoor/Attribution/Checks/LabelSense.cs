using Spoor.Labels;

namespace Spoor.Attribution.Checks;

/// <summary>What a label says for or against a link.</summary>
internal static class LabelSense
{
    // A list that knows no category still says it in the name: "Stake.com Exploiter 2", "CoinEx Fund Drainer".
    private static readonly string[] ThiefNames = ["exploiter", "hacker", "drainer", "heist", "thief", "scammer", "phish"];

    public static bool IsThief(Label label) => LabelNatures.Of(label) switch
    {
        LabelNature.Perpetrator => true,
        LabelNature.Service => Array.Exists(ThiefNames, word => label.Name.Contains(word, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>Anybody who serves strangers: an exchange, a mixer, a bridge; or who is named at all and no thief.</summary>
    public static bool IsService(Label label) => !IsThief(label) && LabelNatures.Of(label) != LabelNature.Contract;

    public static bool IsContract(Label label) => LabelNatures.Of(label) == LabelNature.Contract;
}
