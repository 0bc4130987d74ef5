using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The seeds that claims name: who received the theft, and the thief's addresses.</summary>
public static class RankingSeeds
{
    /// <remarks>
    /// A transaction begins a ranking at each recipient (backward: sender), in the asset and at the position of the transfer.
    /// An address begins it in all its assets; what it paid before the window, and received after it, does not count.
    /// </remarks>
    /// <param name="claims">Of one chain.</param>
    /// <returns>Each once; empty when the store holds none of them.</returns>
    public static async Task<IReadOnlyList<RankingSeed>> OfAsync(
        ITransferStore store, IReadOnlyList<TheftClaim> claims, TraceDirection direction, CancellationToken cancellation)
    {
        List<RankingSeed> seeds = [];
        foreach (var claim in claims)
        {
            seeds.AddRange(claim switch
            {
                TheftClaim.ByTransaction one => OfTransaction(one, await store.TransactionsAsync(one.Chain, [one.Tx], cancellation), direction),
                TheftClaim.BySeed one => OfAddress(one, await store.TransfersOfAsync(one.Chain, [one.Address], cancellation)),
                _ => throw new ArgumentException($"Expected a transaction or an address to begin a ranking, found {claim.GetType().Name}.", nameof(claims)),
            });
        }

        return [.. seeds.Distinct()];
    }

    private static IEnumerable<RankingSeed> OfTransaction(TheftClaim.ByTransaction claim, IReadOnlyList<Transfer> transfers, TraceDirection direction) =>
        from transfer in transfers
        where transfer.Kind != TransferKind.Fee
            && (claim.Index is null || transfer.Position.Index == claim.Index)
            && (claim.Phase is null || transfer.Position.Phase == claim.Phase)
        let owner = direction == TraceDirection.Out ? transfer.To : transfer.From
        where owner is { IsZeroAccount: false }
        select new RankingSeed(owner.Value, transfer.Asset, transfer.Position, transfer.Position);

    private static IEnumerable<RankingSeed> OfAddress(TheftClaim.BySeed claim, IReadOnlyList<Transfer> transfers)
    {
        if (!transfers.Any(claim.Covers))
        {
            return [];
        }

        var earlier = transfers.Where(transfer => transfer.IsTimed && transfer.Time < claim.Since).Select(transfer => (Position?)transfer.Position).Max();
        var later = transfers.Where(transfer => transfer.IsTimed && transfer.Time > claim.Until).Select(transfer => (Position?)transfer.Position).Min();
        return [new(claim.Address, null, earlier, later)];
    }
}
