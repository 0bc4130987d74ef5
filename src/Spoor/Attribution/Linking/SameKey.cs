using Spoor.Labels;

namespace Spoor.Attribution.Linking;

/// <summary>One key in both incidents: an address named in each, or reached by what was stolen in each.</summary>
/// <remarks>
/// Source: docs/methods/same-key.md; SlowMist and ZachXBT, 13 September 2023, tied CoinEx to
/// Stake so. An address of the same bytes on another EVM chain, or in the body of a Tron address, has the same key; that two
/// keys coincide has a chance of about N²/2¹⁶¹. Known errors: exchanges use one key over chains; leaked and test keys;
/// contracts created at one address by different people. Each has its counter-check. See <see cref="KeyIdentity"/>.
/// </remarks>
internal sealed class SameKey : ILinkKind
{
    public string Name => "same-key";

    public int Version => 1;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground) =>
        from key in first.Keys
        let here = first.Of(key).Where(one => !PassesThrough(one, second)).ToList()
        let there = second.Of(key).Where(one => !PassesThrough(one, first)).ToList()
        where here.Count > 0 && there.Count > 0 && !IsDownstream(here, there) && !IsFlow(here, there) && IsWorthListing(here, there, ground)
        select CandidateOf(key, first, here, second, there);

    // Named by one and reached by the other on the same chain is a flow between the two, which is a kind of its own.
    private static bool IsFlow(List<Foothold> here, List<Foothold> there) =>
        here[0].IsNamed != there[0].IsNamed && here.Any(one => there.Any(other => one.Chain == other.Chain));

    // What came by way of the other's named address is told by the flow to that address.
    private static bool PassesThrough(Foothold foothold, CaseFootprint other) =>
        foothold.Steps.SkipLast(1).Any(step => step.To is { } to && other.Names(KeyIdentity.Of(new LabelSubject.OfAddress(null, to))));

    // Behind the address where two flows meet they share their payments; only the meeting itself is shared by the thieves.
    private static bool IsDownstream(List<Foothold> here, List<Foothold> there) =>
        here.TrueForAll(one => there.Exists(other => one.Steps.Any(other.Steps.Contains)));

    // What both merely brushed is not shared; a named key that dust reached is listed, so that the check can say so.
    private static bool IsWorthListing(List<Foothold> here, List<Foothold> there, LinkGround ground) =>
        here[0].IsNamed || there[0].IsNamed
        || (here.Any(one => IsMaterial(one, ground)) && there.Any(one => IsMaterial(one, ground))
            && !here.Concat(there).All(one => one.Stop is { Label: not null }));

    private static LinkCandidate CandidateOf(
        LabelSubject key, CaseFootprint first, List<Foothold> here, CaseFootprint second, List<Foothold> there)
    {
        bool bothNamed = here[0].IsNamed && there[0].IsNamed;
        return new()
        {
            Kind = LinkKind.SameKey,
            Pivot = key,
            Evidence = bothNamed ? LinkEvidence.SameKeyNamed : LinkEvidence.SameKeyReached,
            First = first.Side(here.Select(one => one.Path)),
            Second = second.Side(there.Select(one => one.Path)),
            Contacts = [.. Best(first, here), .. Best(second, there)],
            PivotIsNamed = bothNamed,
        };
    }

    private static IEnumerable<(string Case, Contact Contact)> Best(CaseFootprint footprint, List<Foothold> footholds) => footholds
        .Where(one => one.Contact is not null).Select(one => (footprint.Case.Id, one.Contact!));

    private static bool IsMaterial(Foothold foothold, LinkGround ground) =>
        foothold.Contact!.IsMaterial(ground.Parameters.MaterialPerMillion);
}
