using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>H-SWEEP: fresh addresses of both incidents were emptied to one fresh collector.</summary>
/// <remarks>
/// Source: docs/methods/common-collector.md: at least three fresh addresses, of both incidents, pass on at least 95 % of what they
/// received to one address within 48 hours of the beginning of their own lives. The collector is fresh when it had no life before the first of them.
/// Known errors: per-customer addresses of an unlabelled service are swept in the same way.
/// </remarks>
internal sealed class CommonCollector : ILinkKind
{
    public string Name => "common-collector";

    public int Version => 2;

    public IEnumerable<LinkCandidate> Find(CaseFootprint first, CaseFootprint second, LinkGround ground)
    {
        var here = SweepsOf(first, ground.Parameters).ToLookup(one => (one.Step.Chain, one.Step.To!.Value));
        var there = SweepsOf(second, ground.Parameters).ToLookup(one => (one.Step.Chain, one.Step.To!.Value));
        return
            from sweeps in here
            where there.Contains(sweeps.Key)
            let both = sweeps.Concat(there[sweeps.Key]).ToList()
            let key = KeyIdentity.Of(new LabelSubject.OfAddress(null, sweeps.Key.Value))
            where !first.Names(key) && !second.Names(key)
                && both.Select(one => one.Step.From).Distinct().Count() >= ground.Parameters.MinFresh
                && IsFresh(first, second, sweeps.Key, both, ground.Parameters)
            select new LinkCandidate
            {
                Kind = LinkKind.CommonCollector,
                Pivot = key,
                Evidence = LinkEvidence.CommonCollector,
                First = first.Side(sweeps.Select(one => one.Path)),
                Second = second.Side(there[sweeps.Key].Select(one => one.Path)),
                Contacts = [.. Contacts(first, key), .. Contacts(second, key)],
                PivotIsNamed = false,
            };
    }

    private static IEnumerable<Sweep> SweepsOf(CaseFootprint footprint, LinkParameters parameters) =>
        from foothold in footprint.Footholds
        where foothold.Stop is null && foothold.Address is not null
        let history = footprint.Histories.Of.GetValueOrDefault((foothold.Chain!.Value, foothold.Address!.Value))
        where history is not null
        let step = FreshAddresses.Sweep(foothold.Address!.Value, history, parameters)
        where step is not null
        select new Sweep(foothold, step);

    private static bool IsFresh(CaseFootprint first, CaseFootprint second, (ChainId, Address) collector, List<Sweep> sweeps, LinkParameters parameters)
    {
        var history = first.Histories.Of.GetValueOrDefault(collector) ?? second.Histories.Of.GetValueOrDefault(collector);
        return history is [var begin, ..] && begin.Time >= sweeps.Min(one => one.Step.Time) - parameters.SweepWindow;
    }

    private static IEnumerable<(string Case, Contact Contact)> Contacts(CaseFootprint footprint, LabelSubject key) =>
        footprint.Of(key).Where(one => one.Contact is not null).Select(one => (footprint.Case.Id, one.Contact!));

    private sealed record Sweep(Foothold Swept, Transfer Step)
    {
        public LinkPath Path => new(Swept.Member, [.. Swept.Steps, Step], Swept.Sources);
    }
}
