namespace Spoor.Transfers;

/// <summary>A follower of chains that keeps what bridges took in and paid out.</summary>
public interface IBridgeLegs
{
    /// <summary>All legs that happened on a chain, in position order.</summary>
    Task<IReadOnlyList<BridgeLeg>> BridgeLegsAsync(ChainId chain, CancellationToken cancellation);
}
