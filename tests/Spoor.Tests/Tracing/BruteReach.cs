using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>Reach by trying every walk, straight from the definition; for small histories only.</summary>
internal static class BruteReach
{
    public static IReadOnlyList<ReachedAddress> From(IReadOnlyList<Transfer> transfers, IReadOnlyCollection<ReachSeed> seeds, int maxHops)
    {
        Dictionary<Address, ReachedAddress> best = [];
        foreach (var seed in seeds)
        {
            Walk(new(seed.Address, 0, seed.Since), transfers, maxHops, best);
        }

        return [.. best.Values.OrderBy(one => one.Hops).ThenBy(one => one.Earliest).ThenBy(one => one.Address)];
    }

    private static void Walk(ReachedAddress here, IReadOnlyList<Transfer> transfers, int maxHops, Dictionary<Address, ReachedAddress> best)
    {
        var known = best.GetValueOrDefault(here.Address, here);
        best[here.Address] = new(
            here.Address, Math.Min(known.Hops, here.Hops), known.Earliest < here.Earliest ? known.Earliest : here.Earliest);
        if (here.Hops == maxHops || here.Address.IsZeroAccount)
        {
            return;
        }

        foreach (var transfer in transfers.Where(transfer => transfer.From == here.Address && transfer.Position >= here.Earliest))
        {
            Walk(new(transfer.To!.Value, here.Hops + 1, transfer.Position), transfers, maxHops, best);
        }
    }
}
