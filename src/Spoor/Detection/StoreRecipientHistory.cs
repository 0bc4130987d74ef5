using System.Collections.Concurrent;
using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>The past of recipients as the stored transfers tell it.</summary>
/// <param name="tokens">Tokens whose movements make a past.</param>
public sealed class StoreRecipientHistory(ITransferStore store, TokenList tokens) : IRecipientHistory
{
    private readonly ConcurrentDictionary<ChainId, DateTimeOffset> _knownFrom = [];
    private readonly Dictionary<ChainId, IReadOnlyCollection<AssetId>> _tokens =
        tokens.Tokens.GroupBy(token => token.Asset.Chain).ToDictionary(group => group.Key, IReadOnlyCollection<AssetId> (group) => [.. group.Select(token => token.Asset)]);

    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        if (addresses.Count == 0)
        {
            return new Dictionary<Address, RecipientHistory>();
        }

        var knownFrom = await KnownFromAsync(chain, cancellation);
        var pasts = knownFrom is null
            ? new Dictionary<Address, Past>()
            : await store.PastOfAsync(chain, addresses, block, _tokens.GetValueOrDefault(chain, []), cancellation);
        return addresses.Distinct().ToDictionary(address => address, address => Of(knownFrom, pasts.TryGetValue(address, out var past) ? past : null));
    }

    private static RecipientHistory Of(DateTimeOffset? knownFrom, Past? past) => knownFrom is null
        ? RecipientHistory.Unknown
        : new() { Movements = past?.Movements ?? 0, First = past?.First, KnownFrom = knownFrom };

    // Asked once per chain: what a store begins with does not change while it follows a chain.
    private async Task<DateTimeOffset?> KnownFromAsync(ChainId chain, CancellationToken cancellation)
    {
        if (_knownFrom.TryGetValue(chain, out var known))
        {
            return known;
        }

        foreach (var head in await store.HeadsAsync(cancellation))
        {
            _knownFrom[head.Chain] = head.First;
        }

        return _knownFrom.TryGetValue(chain, out known) ? known : null;
    }
}
