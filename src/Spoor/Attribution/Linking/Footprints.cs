using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>The footprints of incidents, each made once.</summary>
internal sealed class Footprints(LinkGround ground)
{
    private readonly Dictionary<string, CaseFootprint> _made = new(StringComparer.Ordinal);

    public async Task<CaseFootprint> OfAsync(TheftCase theft, CancellationToken cancellation)
    {
        if (!_made.TryGetValue(theft.Id, out var footprint))
        {
            _made[theft.Id] = footprint = await MakeAsync(theft, cancellation);
        }

        return footprint;
    }

    private async Task<CaseFootprint> MakeAsync(TheftCase theft, CancellationToken cancellation)
    {
        List<Foothold> named =
        [
            .. ground.StandingMembers(theft).Where(one => one.Member.Side == MemberSide.Thief)
                .Select(one => new Foothold { Subject = one.Member.Subject, Member = one.Member, Steps = [], Sources = one.Sources }),
        ];
        if (ground.Store is null)
        {
            return new(theft, named, FootprintHistories.None);
        }

        var (reached, trace) = await ReachedAsync(theft, named, ground.Store, cancellation);
        var followed = named.Concat(reached.Where(foothold => foothold is { Stop: null, Contact: { } contact }
            && contact.IsMaterial(ground.Parameters.MaterialPerMillion)));
        var histories = await HistoriesAsync(followed, ground.Store, cancellation);
        var own = ground.StandingMembers(theft).Select(one => one.Member).ToList();
        return new(theft, [.. named.Select(foothold => foothold with { Contact = NamedContact.Of(foothold, own, trace, histories) }), .. reached], histories);
    }

    private async Task<(IReadOnlyList<Foothold> Reached, Trace? Trace)> ReachedAsync(
        TheftCase theft, List<Foothold> named, ITransferStore store, CancellationToken cancellation)
    {
        var members = new Dictionary<(ChainId, Address), Foothold>();
        foreach (var foothold in named)
        {
            if (foothold.Place is { } place && ground.Holds(place.Chain))
            {
                members[place] = foothold;
            }
        }

        if (members.Count == 0)
        {
            return ([], null);
        }

        var trace = await Tracer.RunAsync(store, RequestOf(theft, members.Keys), null, cancellation);
        var paths = new TaintPaths(trace, members.Keys);
        return (ReachedAddresses.Of(trace, paths, members), trace);
    }

    private TraceRequest RequestOf(TheftCase theft, IEnumerable<(ChainId Chain, Address Address)> members) => new()
    {
        Rule = TaintRule.Haircut,
        Claims = [.. members.Order().Select(member => new TheftClaim.BySeed(member.Chain, member.Address, theft.Began))],
        Stops = ground.Parameters.Stops with { Labels = ground.Labels, MaxHops = ground.Parameters.MaxHops },
    };

    private async Task<FootprintHistories> HistoriesAsync(IEnumerable<Foothold> footholds, ITransferStore store, CancellationToken cancellation)
    {
        var histories = new Dictionary<(ChainId, Address), IReadOnlyList<Transfer>>();
        var places = footholds.Select(foothold => foothold.Place).OfType<(ChainId Chain, Address Address)>();
        foreach (var onChain in places.Where(place => ground.Holds(place.Chain)).GroupBy(place => place.Chain))
        {
            var asked = onChain.Select(place => place.Address).Distinct().ToList();
            var activities = await store.ActivityOfAsync(onChain.Key, asked, cancellation);
            var quiet = asked.Where(address => activities.TryGetValue(address, out var activity) && !ground.Parameters.Stops.IsBusy(activity)).ToHashSet();
            foreach (var address in quiet)
            {
                histories[(onChain.Key, address)] = [];
            }

            var transfers = await store.TransfersOfAsync(onChain.Key, quiet, cancellation);
            var parties = transfers.SelectMany(transfer => new[] { transfer.From, transfer.To }.OfType<Address>().Distinct(), (transfer, party) => (party, transfer));
            foreach (var ofAddress in parties.Where(one => quiet.Contains(one.party)).GroupBy(one => one.party))
            {
                histories[(onChain.Key, ofAddress.Key)] = [.. ofAddress.Select(one => one.transfer)];
            }
        }

        return new(histories);
    }
}
