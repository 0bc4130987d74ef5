namespace Spoor.Attribution.Linking;

/// <summary>Value that went from an address of one thief to an address of the other, directly or over addresses between.</summary>
/// <remarks>
/// Source: docs/methods/flow.md. The flow is what haircut says of it, so
/// what a mixed wallet passes on counts for its share only. Known errors: an unlabelled service between the two makes
/// everybody who uses it look linked, so every address between is checked like the pivot; a thief may send dust to
/// whomever they like.
/// </remarks>
internal sealed class Flow : ILinkKind
{
    public string Name => "flow";

    public int Version => 1;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground) =>
        OneWay(first, second, swapped: false).Concat(OneWay(second, first, swapped: true));

    private static IEnumerable<LinkCandidate> OneWay(CaseFootprint payer, CaseFootprint paid, bool swapped) =>
        from foothold in payer.Footholds
        where !foothold.IsNamed
        from contact in new[] { foothold.Contact }.OfType<Contact>()
        from member in paid.Of(foothold.Key)
        where member.IsNamed && member.Chain == foothold.Chain
        let paying = payer.Side([foothold.Path])
        let receiving = paid.Side([member.Path])
        select new LinkCandidate
        {
            Kind = LinkKind.Flow,
            Pivot = foothold.Key,
            Evidence = foothold.Steps.Count == 1 ? LinkEvidence.DirectFlow : LinkEvidence.FlowHops,
            First = swapped ? receiving : paying,
            Second = swapped ? paying : receiving,
            Contacts = [(payer.Case.Id, contact)],
            PivotIsNamed = true,
        };
}
