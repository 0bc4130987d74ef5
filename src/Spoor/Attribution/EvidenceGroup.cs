namespace Spoor.Attribution;

/// <summary>Evidence that goes back to the same transactions, the same address or, without transactions, the same witness, and so counts once.</summary>
/// <param name="Members">The strongest first; of two as strong the one against comes first.</param>
/// <param name="Log10">What the whole group weighs.</param>
public sealed record EvidenceGroup(IReadOnlyList<Evidence> Members, decimal Log10)
{
    /// <summary>What all habits together can weigh, for or against.</summary>
    public const decimal BehaviouralCap = 1;

    /// <summary>The member whose class and checks stand for the group.</summary>
    public Evidence Decisive => Members[0];

    public EvidenceClass Class => Decisive.Likelihood.Class;

    /// <summary>Whether habits would have weighed more than they may.</summary>
    public bool IsCapped { get; init; }

    /// <summary>The groups of evidence, the heaviest first; the order in which it is given does not matter.</summary>
    /// <remarks>
    /// Inside a group only the strongest piece weighs; habits are one group, in which each kind counts once and the sum is cut off.
    /// A piece that shares ground with two groups makes them one, and that may lower the whole: it has shown that the two are not independent.
    /// </remarks>
    public static IReadOnlyList<EvidenceGroup> Of(IEnumerable<Evidence> evidence)
    {
        var all = Sorted(evidence).ToLookup(one => one.Likelihood.Class == EvidenceClass.Behavioural);
        var groups = Joined(all[false], Grounds).Select(members => new EvidenceGroup(members, members[0].Log10)).ToList();
        if (all[true].Any())
        {
            groups.Add(Behavioural([.. all[true]]));
        }

        return
        [
            .. groups.OrderByDescending(group => decimal.Abs(group.Log10)).ThenBy(group => group.Log10)
                .ThenBy(group => group.Decisive.Likelihood.Id, StringComparer.Ordinal).ThenBy(group => group.Decisive.About, StringComparer.Ordinal),
        ];
    }

    private static EvidenceGroup Behavioural(IReadOnlyList<Evidence> habits)
    {
        decimal sum = Joined(habits, habit => Grounds(habit).Append(habit.Likelihood.Id)).Sum(members => members[0].Log10);
        return new(habits, Math.Clamp(sum, -BehaviouralCap, BehaviouralCap)) { IsCapped = decimal.Abs(sum) > BehaviouralCap };
    }

    // A witness is no transaction and no address, whatever its key looks like.
    private static IEnumerable<string> Grounds(Evidence evidence) =>
        evidence.RestsOn.Append(evidence.About).Concat(evidence.ToldBy.Select(witness => $"told by {witness}"));

    private static IEnumerable<IReadOnlyList<Evidence>> Joined(IEnumerable<Evidence> sorted, Func<Evidence, IEnumerable<string>> groundsOf) =>
        SharedGround.Parts(sorted, groundsOf).Select(part => (IReadOnlyList<Evidence>)[.. Sorted(part)]);

    private static IEnumerable<Evidence> Sorted(IEnumerable<Evidence> evidence) => evidence
        .OrderByDescending(one => decimal.Abs(one.Log10)).ThenBy(one => one.Log10)
        .ThenBy(one => one.Likelihood.Id, StringComparer.Ordinal).ThenBy(one => one.About, StringComparer.Ordinal)
        .ThenBy(one => string.Join(' ', one.RestsOn), StringComparer.Ordinal).ThenBy(one => string.Join(' ', one.ToldBy), StringComparer.Ordinal);
}
