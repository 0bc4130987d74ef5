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

        var reached = await ReachedAsync(theft, named, ground.Store, cancellation);
        List<Foothold> all = [.. named, .. reached];
        var followed = all.Where(foothold => foothold.IsNamed
            || (foothold.Stop is null && foothold.Contact!.IsMaterial(ground.Parameters.MaterialPerMillion)));
        return new(theft, all, await HistoriesAsync(followed, ground.Store, cancellation));
    }

    private async Task<IReadOnlyList<Foothold>> ReachedAsync(
        TheftCase theft, List<Foothold> named, ITransferStore store, CancellationToken cancellation)
    {
        var members = named.Where(foothold => foothold.Chain is { } chain && ground.Holds(chain))
            .ToDictionary(foothold => (foothold.Chain!.Value, foothold.Address!.Value));
        if (members.Count == 0)
        {
            return [];
        }

        var trace = await Tracer.RunAsync(store, RequestOf(theft, members.Keys), null, cancellation);
        var paths = new TaintPaths(trace, members.Keys);
        return ReachedAddresses.Of(trace, paths, members);
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
        foreach (var onChain in footholds.Where(foothold => foothold.Chain is { } chain && ground.Holds(chain)).GroupBy(foothold => foothold.Chain!.Value))
        {
            var asked = onChain.Select(foothold => foothold.Address!.Value).Distinct().ToList();
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
