using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>H-FUND: fresh addresses of both incidents got their first coins from one address that is no service.</summary>
/// <remarks>
/// Source: docs/methods/common-funder.md. Weak alone, since gas stations, faucets and withdrawals from exchanges fund strangers;
/// strong when at least three fresh addresses, of both incidents, were funded within an hour. What is weaker is listed as a
/// common counterparty. Known errors: an unlabelled exchange looks like a funder; the store may not hold the first coins.
/// </remarks>
internal sealed class CommonFunder : ILinkKind
{
    public string Name => "common-funder";

    public int Version => 1;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground)
    {
        var here = FundingsOf(first, ground.Parameters).ToLookup(one => (one.Step.Chain, one.Step.From!.Value));
        var there = FundingsOf(second, ground.Parameters).ToLookup(one => (one.Step.Chain, one.Step.From!.Value));
        return
            from fundings in here
            where there.Contains(fundings.Key)
            let key = KeyIdentity.Of(new LabelSubject.OfAddress(null, fundings.Key.Value))
            where !first.Names(key) && !second.Names(key)
            let close = AreClose([.. fundings, .. there[fundings.Key]], ground.Parameters)
            select new LinkCandidate
            {
                Kind = close ? LinkKind.CommonFunder : LinkKind.CommonCounterparty,
                Pivot = key,
                Evidence = close ? LinkEvidence.CommonFunder : LinkEvidence.CommonCounterparty,
                First = first.Side(fundings.Select(one => one.Path)),
                Second = second.Side(there[fundings.Key].Select(one => one.Path)),
                PivotIsNamed = false,
            };
    }

    private static IEnumerable<Funding> FundingsOf(CaseFootprint footprint, LinkParameters parameters) =>
        from foothold in footprint.Footholds
        where foothold.Stop is null && foothold.Address is not null
        let history = footprint.Histories.Of.GetValueOrDefault((foothold.Chain!.Value, foothold.Address!.Value))
        where history is not null
        let step = FreshAddresses.FirstFunding(foothold.Address!.Value, history, parameters)
        where step is not null && footprint.Of(KeyIdentity.Of(new LabelSubject.OfAddress(null, step.From!.Value))).Count == 0
        select new Funding(footprint.Case.Id, foothold, step);

    // Enough of them, of both incidents, within the window that ends with each.
    private static bool AreClose(IReadOnlyList<Funding> fundings, LinkParameters parameters) => fundings.Any(last =>
    {
        var near = fundings.Where(one => one.Step.Time <= last.Step.Time && last.Step.Time - one.Step.Time <= parameters.FundingWindow).ToList();
        return near.Select(one => one.Step.To).Distinct().Count() >= parameters.MinFresh && near.Select(one => one.Case).Distinct().Count() > 1;
    });

    private sealed record Funding(string Case, Foothold Fresh, Transfer Step)
    {
        public LinkPath Path => new(Fresh.Member, [.. Fresh.Steps, Step], Fresh.Sources);
    }
}
