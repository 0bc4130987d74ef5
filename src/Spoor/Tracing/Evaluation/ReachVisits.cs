using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>What can be reached, less two kinds of address that nobody has to visit: venues, and sums scattered that nobody collects.</summary>
/// <remarks>
/// A venue pays out in every transaction in which it is paid: value goes through it and does not rest there, as in
/// routers, pools and bots. It is not followed either: what came out went back to an address that was reached, or to
/// strangers who traded there. Neither rule asks for an amount, but that scattered sums are equal.
/// </remarks>
public static class ReachVisits
{
    /// <summary>From so many recipients of one sum by one payer on, of whom none has moved it, they are a scatter.</summary>
    public const int Scatter = 3;

    /// <param name="ends">Reached, but not followed, and listed unless they are venues.</param>
    public static Footprint From(IInstantTransfers transfers, ChainId chain, IReadOnlyList<Address> sources, IReadOnlySet<Address> ends)
    {
        var all = PoisonReach.From(transfers, chain, sources, ends);
        var venues = all.Visited.Where(one => !sources.Contains(one) && IsVenue(transfers.TransfersOf(chain, one), one)).ToHashSet();
        var through = PoisonReach.From(transfers, chain, sources, venues.Union(ends).ToHashSet());
        var listed = through.Visited.Where(one => !venues.Contains(one)).ToHashSet();
        var scattered = ScatteredIn(transfers, chain, listed.Where(one => !sources.Contains(one) && !ends.Contains(one)));
        return through with { Visited = listed.Where(one => !scattered.Contains(one)).ToHashSet() };
    }

    private static bool IsVenue(IReadOnlyList<Transfer> transfers, Address address)
    {
        var paidIn = transfers.Where(transfer => transfer.To == address).Select(transfer => transfer.Tx).ToHashSet();
        var paysIn = transfers.Where(transfer => transfer.From == address && transfer.Kind != TransferKind.Fee).Select(transfer => transfer.Tx).ToHashSet();
        return paidIn.Count > 0 && paidIn.IsSubsetOf(paysIn);
    }

    // Paid once, never paid anything, and not alone in that.
    private static HashSet<Address> ScatteredIn(IInstantTransfers transfers, ChainId chain, IEnumerable<Address> candidates) =>
        [
            .. candidates.Select(one => (Address: one, Transfers: transfers.TransfersOf(chain, one)))
                .Where(one => one.Transfers is [{ To: { } payee }] && payee == one.Address)
                .GroupBy(one => (one.Transfers[0].From, one.Transfers[0].Asset, one.Transfers[0].Amount))
                .Where(equal => equal.Count() >= Scatter)
                .SelectMany(equal => equal.Select(one => one.Address)),
        ];
}
