using System.Numerics;

namespace Spoor.Tracing.Mixers;

/// <summary>How probable a hypothesis is, and the figures that make it so; all in millionths.</summary>
/// <remarks>
/// <para>
/// Bayes over N sources, equally likely beforehand: the true one shows the pattern with the chance s, each other one by
/// coincidence with q; m of them show it. One of these m is then the true one with s(1−q) / (m·s(1−q) + (N−m)(1−s)q).
/// </para>
/// <para>It presumes that the true source is among the data, and that s, which nobody can measure on real pools, is right.</para>
/// </remarks>
public readonly record struct MixerOdds
{
    private const long Million = 1_000_000;

    /// <summary>The chance that this source is the right one: the posterior.</summary>
    public required long ProbabilityPerMillion { get; init; }

    /// <summary>The chance by picking a source blindly: 1/N, the prior.</summary>
    public required long BaseRatePerMillion { get; init; }

    /// <summary>s: how often the true source shows the pattern, by assumption.</summary>
    public required long HitPerMillion { get; init; }

    /// <summary>q: how often an unrelated source shows it.</summary>
    public required long CoincidencePerMillion { get; init; }

    /// <param name="sources">N, at least 1.</param>
    /// <param name="candidates">m, from 1 to N.</param>
    /// <param name="hitPerMillion">s, above 0 and below a million.</param>
    /// <param name="coincidencePerMillion">q; held inside [1, s] since a pattern that is likelier by chance is none.</param>
    public static MixerOdds Of(int sources, int candidates, long hitPerMillion, long coincidencePerMillion)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidates, sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(hitPerMillion, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hitPerMillion, Million - 1);
        long chance = Math.Clamp(coincidencePerMillion, 1, hitPerMillion);
        var shown = (BigInteger)hitPerMillion * (Million - chance);
        var hidden = (BigInteger)(Million - hitPerMillion) * chance;
        return new()
        {
            ProbabilityPerMillion = (long)(Million * shown / ((candidates * shown) + ((sources - candidates) * hidden))),
            BaseRatePerMillion = Million / sources,
            HitPerMillion = hitPerMillion,
            CoincidencePerMillion = chance,
        };
    }

    /// <summary>The same where nothing but the data tell how often the pattern comes by chance: one time more than seen among all others.</summary>
    public static MixerOdds Of(int sources, int candidates, long hitPerMillion) =>
        Of(sources, candidates, hitPerMillion, candidates * Million / (sources + 1));

    /// <summary>How many times likelier the pattern is for the true source than by chance, in thousandths.</summary>
    public long RatioPerMille => HitPerMillion * 1_000 / CoincidencePerMillion;
}
