using Spoor.Tracing.Bridges;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Workspace.Transfers;

/// <summary>The ways between chains that a store knows of.</summary>
public static class StoredCrossings
{
    /// <summary>Joins what the bridges of all chains took in with what they paid out.</summary>
    public static async Task<IReadOnlyList<Crossing>> ReadAsync<TStore>(TStore store, CancellationToken cancellation)
        where TStore : ITransferStore, IBridgeLegs => Of(await LegsAsync(store, cancellation));

    /// <summary>What the bridges of all chains took in and paid out.</summary>
    public static async Task<IReadOnlyList<BridgeLeg>> LegsAsync<TStore>(TStore store, CancellationToken cancellation)
        where TStore : ITransferStore, IBridgeLegs
    {
        var legs = new List<BridgeLeg>();
        foreach (var head in await store.HeadsAsync(cancellation))
        {
            legs.AddRange(await store.BridgeLegsAsync(head.Chain, cancellation));
        }

        return legs;
    }

    public static IReadOnlyList<Crossing> Of(IReadOnlyList<BridgeLeg> legs) => legs.Count == 0 ? [] : Crossing.Of(new BridgeMatcher().Match(legs));
}
