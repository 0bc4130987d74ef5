namespace Spoor.Tracing.Ranking;

/// <summary>How attention spreads from the seeds of a theft over the addresses around it.</summary>
/// <param name="Name">As <c>--method</c> takes it.</param>
/// <param name="Version">Raised whenever the same input could give another result.</param>
/// <param name="Title">For people.</param>
/// <param name="Page">The page in docs/methods that describes it.</param>
public sealed record RankingMethod(string Name, int Version, string Title, string Page)
{
    public static readonly RankingMethod Appr = new("appr", 1, "approximate personalised PageRank", "appr");

    public static readonly RankingMethod LazyAppr = new("appr-lazy", 1, "approximate personalised PageRank, lazy", "appr") { IsLazy = true };

    public static readonly RankingMethod TtrBase = new("ttr-base", 1, "transaction tracing rank", "ttr") { HasDirection = true };

    public static readonly RankingMethod TtrWeight = new("ttr-weight", 1, "transaction tracing rank by value", "ttr") { HasDirection = true, ByValue = true };

    public static readonly RankingMethod TtrTime = new("ttr-time", 1, "transaction tracing rank in order", "ttr") { HasDirection = true, ByValue = true, InOrder = true };

    public static readonly RankingMethod TtrRedirect =
        new("ttr-redirect", 1, "transaction tracing rank through swaps", "ttr") { HasDirection = true, ByValue = true, InOrder = true, ThroughSwaps = true };

    /// <summary>Every method, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<RankingMethod> All { get; } = [Appr, LazyAppr, TtrBase, TtrWeight, TtrTime, TtrRedirect];

    /// <summary>Whether payments made and payments received are walked apart; otherwise the two are one neighbourhood.</summary>
    public bool HasDirection { get; private init; }

    /// <summary>Whether half of what is not settled stays for the next push.</summary>
    internal bool IsLazy { get; private init; }

    /// <summary>Whether mass goes on in proportion to the amounts, asset by asset; otherwise every payment counts the same.</summary>
    internal bool ByValue { get; private init; }

    /// <summary>Whether mass goes on only with payments that come after the one that brought it.</summary>
    internal bool InOrder { get; private init; }

    /// <summary>Whether mass that is paid into a swap goes on in the asset received for it.</summary>
    internal bool ThroughSwaps { get; private init; }

    /// <exception cref="FormatException">No method has that name.</exception>
    public static RankingMethod Find(string name) =>
        All.FirstOrDefault(method => method.Name == name)
        ?? throw new FormatException($"Expected a ranking method ({string.Join(", ", All.Select(method => method.Name))}), found '{name}'.");

    public override string ToString() => Name;
}
