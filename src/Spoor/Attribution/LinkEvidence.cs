namespace Spoor.Attribution;

/// <summary>The rows of the likelihood table that links point to.</summary>
public static class LinkEvidence
{
    /// <summary>One key, named as the thief's in both incidents, and seen to spend on both sides.</summary>
    public const string SameKeySpent = "same-key-spent";

    /// <summary>One key, named as the thief's by sources in both incidents; spending not checked.</summary>
    public const string SameKeyNamed = "same-key-named";

    /// <summary>One key that the stolen value of both incidents reached, at least on one side by a traced flow.</summary>
    public const string SameKeyReached = "same-key-reached";

    /// <summary>A payment from one thief's address to the other's.</summary>
    public const string DirectFlow = "direct-flow";

    /// <summary>The same over addresses between.</summary>
    public const string FlowHops = "flow-hops";

    public const string SharedDeposit = "shared-deposit";

    public const string CommonFunder = "common-funder";

    public const string CommonCollector = "common-collector";

    public const string CommonCounterparty = "common-counterparty";

    /// <summary>The strongest first; of several links through one pivot the first is shown.</summary>
    public static readonly IReadOnlyList<string> All =
        [SameKeySpent, SameKeyNamed, DirectFlow, SharedDeposit, CommonFunder, CommonCollector, SameKeyReached, FlowHops, CommonCounterparty];

    /// <summary>0 for the strongest.</summary>
    public static int RankOf(string evidence) => All.TakeWhile(one => one != evidence).Count();

    /// <summary>log10 of the likelihood ratio, by the built-in table.</summary>
    /// <exception cref="FormatException">No such row.</exception>
    public static decimal WeightOf(string evidence) => LikelihoodTable.Builtin.Find(evidence).Log10;
}
