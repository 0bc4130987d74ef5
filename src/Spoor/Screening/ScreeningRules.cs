using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>The versioned table by which exposure becomes a score.</summary>
/// <param name="Version"><c>screening-rules/1</c>; raised whenever the same exposure could give another score.</param>
/// <param name="Digest">SHA-256 of the table as it was read, so that a changed table never passes for the old one.</param>
/// <param name="LevelsFrom">The least score of each level, in order of level.</param>
public sealed record ScreeningRules(string Version, string Digest, ScreeningMethod Method, IReadOnlyList<int> LevelsFrom, IReadOnlyList<ScreeningRule> Rules)
{
    public const int MaxScore = 100;

    /// <summary>The table that Spoor carries.</summary>
    public static ScreeningRules Builtin { get; } = ReadBuiltin();

    /// <summary>The risk of what was found; every fact counts by the rule that gives it most points.</summary>
    /// <param name="isKnown">Whether anything is known of the address at all.</param>
    public Risk Judge(bool isKnown, IReadOnlyList<RiskFact> facts)
    {
        if (!isKnown)
        {
            return new(null, null, []);
        }

        List<FiredRule> fired = [];
        foreach (var fact in facts)
        {
            if (BestFor(fact) is { } rule)
            {
                fired.Add(new(rule, fact));
            }
        }

        // The order is stable: facts of equal points stay as they were given.
        IReadOnlyList<FiredRule> ordered = [.. fired.OrderByDescending(one => one.Rule.Points)];
        int score = ordered.Count == 0 ? 0 : ordered[0].Rule.Points;
        return new(score, LevelOf(score), ordered);
    }

    public RiskLevel LevelOf(int score)
    {
        int level = 0;
        while (level + 1 < LevelsFrom.Count && score >= LevelsFrom[level + 1])
        {
            level++;
        }

        return (RiskLevel)level;
    }

    private ScreeningRule? BestFor(RiskFact fact)
    {
        ScreeningRule? best = null;
        foreach (var rule in Rules)
        {
            best = (best is null || rule.Points > best.Points) && rule.Takes(fact) ? rule : best;
        }

        return best;
    }

    private static ScreeningRules ReadBuiltin()
    {
        using var stream = Embedded.Open(typeof(ScreeningRules), "screening-rules.json");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ScreeningRulesJson.Read(bytes.ToArray());
    }
}
