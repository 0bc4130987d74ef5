using Spoor.Attribution.Checks;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>What two incidents share, judged.</summary>
/// <remarks>A pair is searched in the order of the ids whoever asks, so that the answer is the same from both sides.</remarks>
internal sealed class PairSearch(LinkGround ground, Footprints footprints, AddressLives lives)
{
    public static readonly IReadOnlyList<ILinkKind> Kinds =
        [new SameKey(), new Flow(), new SharedDeposit(), new CommonFunder(), new CommonCollector(), new CommonCounterparty()];

    /// <summary>Seen from <paramref name="here"/>: one link for each thing shared, in order.</summary>
    public async Task<IReadOnlyList<Link>> RunAsync(TheftCase here, TheftCase there, CancellationToken cancellation)
    {
        bool mirrored = string.CompareOrdinal(here.Id, there.Id) > 0;
        var first = await footprints.OfAsync(mirrored ? there : here, cancellation);
        var second = await footprints.OfAsync(mirrored ? here : there, cancellation);
        var candidates = Kinds.SelectMany(kind => kind.Find(first, second, ground)).ToList();
        await lives.ReadAsync(candidates.SelectMany(Addresses).Order(), cancellation);
        var checks = new CheckGround(ground, [first, second], lives);
        var links = candidates.Select(candidate => LinkOf(candidate, checks))
            .GroupBy(link => link.Pivot)
            .Select(ofPivot => InOrder(ofPivot).First())
            .ToList();
        var onFlows = links.Where(link => link.Kind == LinkKind.Flow).SelectMany(KeysOnTheWay).ToHashSet();
        links.RemoveAll(link => link.Kind == LinkKind.CommonCounterparty && onFlows.Contains(link.Pivot));
        return [.. InOrder(links).Select(link => mirrored ? link.Mirrored() : link)];
    }

    // An address between two thieves is part of the flow, not a second thing they share.
    private static IEnumerable<LabelSubject> KeysOnTheWay(Link link) =>
        link.Here.Paths.Concat(link.There.Paths).SelectMany(path => path.Steps)
            .SelectMany(step => new[] { step.From, step.To }.OfType<Address>())
            .Select(party => KeyIdentity.Of(new LabelSubject.OfAddress(null, party)));

    private static IOrderedEnumerable<Link> InOrder(IEnumerable<Link> links) => links
        .OrderBy(link => link.Standing)
        .ThenBy(link => LinkEvidence.RankOf(link.Evidence))
        .ThenBy(link => link.Kind)
        .ThenBy(link => link.Here.Paths.Min(path => path.Steps.Count) + link.There.Paths.Min(path => path.Steps.Count))
        .ThenBy(link => link.Pivot.ToString(), StringComparer.Ordinal);

    private static IEnumerable<Address> Addresses(LinkCandidate candidate)
    {
        IEnumerable<Address> pivot = candidate.PivotAddress is { } address ? [address] : [];
        return pivot.Concat(candidate.Between.Select(one => KeyIdentity.KeyOf(one.Address)));
    }

    private static Link LinkOf(LinkCandidate candidate, CheckGround ground)
    {
        var checks = CounterChecks.Run(candidate, ground);
        string evidence = EvidenceOf(candidate, ground);
        var (standing, verdict) = LinkVerdict.Of(evidence, checks, new ServiceCheck().Untold(candidate, ground), ground.Parameters);
        return new()
        {
            Kind = candidate.Kind,
            Pivot = candidate.Pivot,
            Here = candidate.First,
            There = candidate.Second,
            Evidence = evidence,
            Checks = checks,
            Transactions = LinkPaths.TransactionsOf(candidate.Sides),
            Labels = candidate.Labels,
            Known = KnownSince(candidate, ground),
            Witnesses = WitnessesOf(candidate, ground),
            Standing = standing,
            Verdict = verdict,
        };
    }

    // That the key signed in both incidents is more than that both lists name it.
    private static string EvidenceOf(LinkCandidate candidate, CheckGround ground) =>
        candidate.Evidence == LinkEvidence.SameKeyNamed
            && SpentCheck.SignedOnBoth(candidate, ground)
            ? LinkEvidence.SameKeySpent
            : candidate.Evidence;

    // Both incidents may describe a source; a source repeats what either of the two descriptions says it does.
    private static int WitnessesOf(LinkCandidate candidate, CheckGround ground)
    {
        var keys = candidate.Sides.SelectMany(side => side.Sources).Distinct(StringComparer.Ordinal).ToList();
        var described = keys.Concat(ground.Cases.SelectMany(footprint => keys.SelectMany(footprint.Case.Sources.RootsOf))).Distinct(StringComparer.Ordinal);
        var citations = described.Select(key => ground.Cases.Select(footprint => footprint.Case.Sources.Find(key)).OfType<Citation>().ToList())
            .Where(same => same.Count > 0)
            .Select(same => same[0] with { DerivedFrom = [.. same.SelectMany(one => one.DerivedFrom).Distinct(StringComparer.Ordinal)] });
        return new SourceLineage(citations).Witnesses(keys).Count;
    }

    private static DateOnly? KnownSince(LinkCandidate candidate, CheckGround ground)
    {
        DateOnly? known = DateOnly.MinValue;
        foreach (var side in candidate.Sides)
        {
            var published = LinkGround.FirstPublished(ground.CaseOf(side), side.Sources);
            var moved = side.Paths.Min(path => path.Steps.Where(step => step.IsTimed).Select(step => DateOnly.FromDateTime(step.Time.UtcDateTime)).DefaultIfEmpty(DateOnly.MinValue).Max());
            known = known is { } so && published is { } day ? Later(so, Later(day, moved)) : null;
        }

        return candidate.Labels.Aggregate(known, (so, label) => so is { } day ? Later(day, label.Learned) : null);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
