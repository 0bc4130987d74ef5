using System.Globalization;
using Spoor.Tracing.Ranking;

namespace Spoor.Tracing.Evaluation;

/// <summary>What is evaluated: a taint rule, a rule of relevance, a ranking, or a plain search to compare them with.</summary>
public abstract record TracingMethod
{
    private const string Search = "reach";

    private TracingMethod()
    {
    }

    /// <summary>As <c>--rule</c> takes it: the name of a taint rule or a ranking method, <c>reach-2</c>, <c>reach</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Every taint rule, haircut with relevance, every ranking, then what can be reached in two, in five and in any number of transfers, and of that what deserves a visit.</summary>
    public static IReadOnlyList<TracingMethod> All { get; } =
    [
        .. TaintRule.All.Select(rule => new ByRule(rule)),
        new ByRelevance(),
        .. RankingMethod.All.Select(method => new ByRanking(method)),
        new ByReach(2), new ByReach(5), new ByReach(int.MaxValue),
        new ByVisits(),
    ];

    /// <exception cref="FormatException">No method has that name.</exception>
    public static TracingMethod Find(string name)
    {
        if (TaintRule.All.FirstOrDefault(rule => rule.Name == name) is { } rule)
        {
            return new ByRule(rule);
        }

        if (RankingMethod.All.FirstOrDefault(method => method.Name == name) is { } ranking)
        {
            return new ByRanking(ranking);
        }

        if (name == ByRelevance.Word)
        {
            return new ByRelevance();
        }

        if (name == ByVisits.Word)
        {
            return new ByVisits();
        }

        if (name == Search)
        {
            return new ByReach(int.MaxValue);
        }

        return name.StartsWith(Search + "-", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Search.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int hops)
            && hops > 0
            ? new ByReach(hops)
            : throw new FormatException(
                $"Expected a taint rule ({string.Join(", ", TaintRule.All)}), {ByRelevance.Word}, a ranking method ({string.Join(", ", RankingMethod.All)}), {ByVisits.Word}, reach or reach-N with N hops, found '{name}'.");
    }

    public sealed override string ToString() => Name;

    /// <summary>A trace under a taint rule.</summary>
    public sealed record ByRule(TaintRule Rule) : TracingMethod
    {
        public override string Name => Rule.Name;
    }

    /// <summary>The local community of a ranking.</summary>
    public sealed record ByRanking(RankingMethod Method) : TracingMethod
    {
        public override string Name => Method.Name;
    }

    /// <summary>A haircut trace that sets aside what does not look like laundering, by what was learned of it.</summary>
    public sealed record ByRelevance : TracingMethod
    {
        public const string Word = "relevance";

        public override string Name => Word;
    }

    /// <summary>Whatever can be reached, without venues and scatters, see <see cref="ReachVisits"/>.</summary>
    public sealed record ByVisits : TracingMethod
    {
        public const string Word = "visits";

        public override string Name => Word;
    }

    /// <summary>Whatever can be reached, see <see cref="PoisonReach"/>.</summary>
    public sealed record ByReach(int MaxHops) : TracingMethod
    {
        public override string Name =>
            MaxHops == int.MaxValue ? Search : $"{Search}-{MaxHops.ToString(CultureInfo.InvariantCulture)}";
    }
}
