using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.Index;

/// <summary>A store on disk whose index is built after every so many appends, so that reads meet a prefix and a tail.</summary>
internal sealed class IndexedStore : ITransferStore, IDisposable
{
    private readonly int _everyAppends;
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbTransferStore _store;
    private int _appends;

    /// <param name="everyAppends">1 for an index over everything.</param>
    internal IndexedStore(int everyAppends)
    {
        _everyAppends = everyAppends;
        _store = DuckDbTransferStore.Open(_folder.Data);
        _store.IndexTalk = Talk.Add;
    }

    internal string IndexFile => Path.Combine(_folder.Path, "spoor.index");

    internal List<string> Talk { get; } = [];

    internal DuckDbTransferStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    public async Task<long> AppendAsync(Block block, CancellationToken cancellation)
    {
        long added = await _store.AppendAsync(block, cancellation);
        if (++_appends % _everyAppends == 0)
        {
            await BuildAsync();
        }

        return added;
    }

    internal Task<IndexReport> BuildAsync() => _store.BuildIndexAsync(new(1 << 26, 2) { RowsAtOnce = 7 }, null, TestContext.Current.CancellationToken);

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) => _store.UnwindAsync(chain, height, cancellation);

    public Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) => _store.HeadsAsync(cancellation);

    public Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        _store.TransfersOfAsync(chain, frontier, cancellation);

    public Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        _store.ActivityOfAsync(chain, frontier, cancellation);

    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation) =>
        _store.PastOfAsync(chain, frontier, beforeBlock, tokens, cancellation);

    public Task<IReadOnlyList<Transfer>> TransactionsAsync(ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation) =>
        _store.TransactionsAsync(chain, transactions, cancellation);

    public Task<IReadOnlyList<Transfer>> SpendsOfAsync(ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation) =>
        _store.SpendsOfAsync(chain, outputs, cancellation);

    public Task<IInstantTransfers?> AtHandAsync(CancellationToken cancellation) => _store.AtHandAsync(cancellation);

    public Task LoseAsync(AtHandLostException lost, CancellationToken cancellation) => _store.LoseAsync(lost, cancellation);
}
