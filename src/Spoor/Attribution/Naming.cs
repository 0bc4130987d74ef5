using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>How probable it is that a key was rightly named as the thief's in both incidents, by the grades of those who named it.</summary>
/// <remarks>
/// A side is right when any of its independent witnesses is; a witness who named both sides is right or wrong once. The weight
/// that the table gives a named key already allows for lists by sources that are usually right.
/// </remarks>
/// <param name="Probability">Of both sides being right.</param>
/// <param name="IsInFull">Whether the best witness of each side is usually right at least: the weight then counts as it is.</param>
public sealed record Naming(decimal Probability, bool IsInFull)
{
    /// <summary>From this grade on (<c>B2</c>) a list is one that the table's weight was made for.</summary>
    public const decimal InFullFrom = 0.75m;

    /// <param name="here">The sources that stand, on either side, with the incident that describes them.</param>
    public static Naming Of((SourceLineage Lineage, IEnumerable<string> Keys) here, (SourceLineage Lineage, IEnumerable<string> Keys) there)
    {
        var told = SidesOf(here, true).Concat(SidesOf(there, false));
        var witnesses = SharedGround.Parts(told, one => one.Roots).Select(ofWitness => new Witness(
            ofWitness.Max(one => one.Probability), ofWitness.Any(one => one.IsHere), ofWitness.Any(one => !one.IsHere))).ToList();
        decimal both = Any(witnesses.Where(one => one is { Here: true, There: true }));
        decimal apart = Any(witnesses.Where(one => one is { Here: true, There: false })) * Any(witnesses.Where(one => one is { Here: false, There: true }));
        return new(Math.Round(both + ((1 - both) * apart), 10), Best(witnesses.Where(one => one.Here)) >= InFullFrom && Best(witnesses.Where(one => one.There)) >= InFullFrom);
    }

    private static IEnumerable<(IReadOnlyList<string> Roots, bool IsHere, decimal Probability)> SidesOf(
        (SourceLineage Lineage, IEnumerable<string> Keys) side, bool isHere) =>
        side.Keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => (side.Lineage.RootsOf(key), isHere, ProbabilityOf(side.Lineage.Find(key))));

    // Of a source that nobody described nothing can be judged.
    private static decimal ProbabilityOf(Citation? source) => (source is null ? new AdmiraltyGrade('F', '6') : AdmiraltyGrade.Of(source)).Probability;

    private static decimal Any(IEnumerable<Witness> witnesses) => 1 - witnesses.Aggregate(1m, (none, one) => none * (1 - one.Probability));

    private static decimal Best(IEnumerable<Witness> witnesses) => witnesses.Select(one => one.Probability).DefaultIfEmpty().Max();

    private sealed record Witness(decimal Probability, bool Here, bool There);
}
