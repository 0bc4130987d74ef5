namespace Spoor.Incidents.Losses;

/// <summary>How a class is written in files and documents.</summary>
public static class LossClassNames
{
    private static readonly Dictionary<LossClass, string> Names = new()
    {
        [LossClass.Theft] = "theft",
        [LossClass.Suspect] = "suspect",
        [LossClass.InternalRescue] = "internal_rescue",
        [LossClass.InternalShuffle] = "internal_shuffle",
        [LossClass.Change] = "change",
        [LossClass.Refund] = "refund",
        [LossClass.AttackerGas] = "attacker_gas",
        [LossClass.Swap] = "swap",
        [LossClass.Bridge] = "bridge",
        [LossClass.Frozen] = "frozen",
        [LossClass.Seized] = "seized",
        [LossClass.Returned] = "returned",
        [LossClass.Bounty] = "bounty",
    };

    public static IReadOnlyList<string> All => [.. Names.Values];

    public static string NameOf(LossClass one) => Names[one];

    public static bool TryParse(string name, out LossClass one)
    {
        var found = Names.Where(pair => pair.Value == name).Select(pair => (LossClass?)pair.Key).FirstOrDefault();
        one = found ?? default;
        return found is not null;
    }
}
