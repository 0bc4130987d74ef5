using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>Both dealt directly with one address that no incident names: weak, and a reason to look closer.</summary>
/// <remarks>
/// Source: docs/methods/common-counterparty.md: below the default threshold, so that it is listed and never claimed alone. An address
/// counts that a named address paid, or got native coins from; tokens that somebody sent unasked do not (address
/// poisoning), nor do payments of nothing. Known errors: routers, bridges and exchanges that nobody labelled.
/// </remarks>
internal sealed class CommonCounterparty : ILinkKind
{
    public string Name => "common-counterparty";

    public int Version => 1;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground)
    {
        var here = DealingsOf(first).ToLookup(one => one.With);
        var there = DealingsOf(second).ToLookup(one => one.With);
        return
            from dealings in here
            where there.Contains(dealings.Key)
            let key = KeyIdentity.Of(new LabelSubject.OfAddress(null, dealings.Key.Address))
            where !first.Names(key) && !second.Names(key)
            select new LinkCandidate
            {
                Kind = LinkKind.CommonCounterparty,
                Pivot = key,
                Evidence = LinkEvidence.CommonCounterparty,
                First = first.Side(FirstOfEach(dealings)),
                Second = second.Side(FirstOfEach(there[dealings.Key])),
                PivotIsNamed = false,
            };
    }

    private static IEnumerable<((ChainId Chain, Address Address) With, LinkPath Path)> DealingsOf(CaseFootprint footprint) =>
        from foothold in footprint.Footholds
        where foothold.IsNamed && foothold.Address is not null
        from transfer in footprint.Histories.Of.GetValueOrDefault((foothold.Chain!.Value, foothold.Address!.Value)) ?? []
        where !transfer.Amount.IsZero
        let with = transfer.From == foothold.Address ? transfer.To : transfer.Kind == TransferKind.Native ? transfer.From : null
        where with is { IsZeroAccount: false } && with != foothold.Address
        select ((transfer.Chain, with.GetValueOrDefault()), new LinkPath(foothold.Member, [transfer], foothold.Sources));

    // One dealing of each member is enough to show that there was one.
    private static IEnumerable<LinkPath> FirstOfEach(IEnumerable<((ChainId, Address) With, LinkPath Path)> dealings) =>
        dealings.Select(one => one.Path).DistinctBy(path => path.Start.Subject);
}
