namespace Spoor.Transfers;

/// <content>The store as a keeper of what bridges took in and paid out.</content>
public sealed partial class MemoryTransferStore : IBridgeLegs
{
    private readonly List<BridgeLeg> _bridgeLegs = [];

    public Task<IReadOnlyList<BridgeLeg>> BridgeLegsAsync(ChainId chain, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<BridgeLeg>>([.. _bridgeLegs.Where(leg => leg.Chain == chain).OrderBy(leg => leg.Position)]);
    }
}
