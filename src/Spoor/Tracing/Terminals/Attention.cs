using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>Ranks the places around the thefts of a trace, independently of how its rule divides money.</summary>
internal static class Attention
{
    private const int MaxSeeds = 40;

    // A ranking of a small trace may look at its neighbourhood, too.
    private const int LeastAddresses = 1_000;

    /// <returns>Ranks by address, from 1 in each chain; empty with a reason.</returns>
    public static async Task<(IReadOnlyDictionary<(ChainId, Address), int> Ranks, RankGap? Gap)> RankAsync(
        ITransferStore store, Trace trace, CancellationToken cancellation)
    {
        var seeds = SeedsOf(trace);
        var ranks = new Dictionary<(ChainId, Address), int>();
        if (seeds.Count is 0 or > MaxSeeds)
        {
            return (ranks, seeds.Count == 0 ? RankGap.NoSeed : RankGap.ManySeeds);
        }

        foreach (var ofChain in seeds.GroupBy(seed => seed.Chain).OrderBy(group => group.Key))
        {
            var request = new RankingRequest
            {
                Chain = ofChain.Key,
                Seeds = [.. ofChain.Select(one => one.Seed)],
                Direction = trace.Request.Direction,
                Stops = trace.Request.Stops,
            };
            if (await RankAsync(store, request, Math.Max(LeastAddresses, trace.Holdings.Count), cancellation) is not { } list)
            {
                return (new Dictionary<(ChainId, Address), int>(), RankGap.TooLarge);
            }

            for (int i = 0; i < list.Addresses.Count; i++)
            {
                ranks[(ofChain.Key, list.Addresses[i].Address)] = i + 1;
            }
        }

        return (ranks, null);
    }

    private static async Task<RankedList?> RankAsync(ITransferStore store, RankingRequest request, int mostAddresses, CancellationToken cancellation)
    {
        if (store is IInstantTransfers atHand)
        {
            return Ranker.Run(atHand, request, cancellation);
        }

        var histories = new FetchedRankingHistories(store, request);
        var run = new RankingRun(request, histories);
        for (int read = 0; ; read += histories.Wanted)
        {
            var list = run.Execute(cancellation);
            if (histories.Wanted == 0 || read + histories.Wanted > mostAddresses)
            {
                return histories.Wanted == 0 ? list : null;
            }

            await histories.FetchAsync(cancellation);
        }
    }

    // Each theft begins once, in its asset, where its first claimed transfer stands. Assets that nobody has listed are left out, where there are
    // others: most of them are spam.
    private static List<(ChainId Chain, RankingSeed Seed)> SeedsOf(Trace trace)
    {
        var claimed = trace.Transfers.Where(traced => !traced.Claimed.IsZero).ToLookup(traced => traced.Theft, traced => traced.Transfer.Position);
        var named = trace.Thefts.Where(theft => theft.Address is { IsZeroAccount: false }).ToList();
        var listed = named.FindAll(theft => trace.Request.Tokens.TryGet(theft.Asset, out _));
        return
        [
            .. (listed.Count > 0 ? listed : named).Select(theft => (
                theft.Asset.Chain,
                new RankingSeed(theft.Address!.Value, theft.Asset, EndOf(claimed[theft.Number], first: true), EndOf(claimed[theft.Number], first: false)))),
        ];
    }

    private static Position? EndOf(IEnumerable<Position> positions, bool first)
    {
        var ordered = positions.Order().ToList();
        return ordered.Count == 0 ? null : first ? ordered[0] : ordered[^1];
    }
}
