using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Ranking;

/// <summary>A store that can only be asked in batches.</summary>
internal sealed class StoreOnly(ITransferStore store) : ITransferStore
{
    public Task<long> AppendAsync(Block block, CancellationToken cancellation) => store.AppendAsync(block, cancellation);

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) => store.UnwindAsync(chain, height, cancellation);

    public Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) => store.HeadsAsync(cancellation);

    /// <summary>Whose histories were read.</summary>
    public HashSet<Address> Read { get; } = [];

    public Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        Read.UnionWith(frontier);
        return store.TransfersOfAsync(chain, frontier, cancellation);
    }

    public Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        store.ActivityOfAsync(chain, frontier, cancellation);

    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation) =>
        store.PastOfAsync(chain, frontier, beforeBlock, tokens, cancellation);

    public Task<IReadOnlyList<Transfer>> TransactionsAsync(ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation) =>
        store.TransactionsAsync(chain, transactions, cancellation);

    public Task<IReadOnlyList<Transfer>> SpendsOfAsync(ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation) =>
        store.SpendsOfAsync(chain, outputs, cancellation);
}
