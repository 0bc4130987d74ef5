namespace Spoor.Transfers;

/// <summary>Transfers in memory: for tests, for cases that fit, and for traces that read as they go.</summary>
/// <remarks>Reads may run side by side; an append or an unwind runs alone.</remarks>
public sealed partial class MemoryTransferStore : ITransferStore, IChainFollower, IInstantTransfers
{
    private readonly SortedDictionary<ChainId, ChainHistory> _chains = [];

    /// <summary>A store of these transfers, in whatever order and of whatever chains they are.</summary>
    public static MemoryTransferStore Load(IEnumerable<Transfer> transfers)
    {
        var store = new MemoryTransferStore();
        foreach (var transfer in transfers)
        {
            store.HistoryOf(transfer.Chain).Add(transfer);
        }

        foreach (var history in store._chains.Values)
        {
            history.Settle();
        }

        return store;
    }

    public Task<long> AppendAsync(Block block, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        block.RefuseStrangers();
        var history = HistoryOf(block.Chain);
        long added = block.Transfers.LongCount(history.Add);
        history.Settle();
        return Task.FromResult(added);
    }

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Forget(chain, height);
        return Task.FromResult(_chains.TryGetValue(chain, out var history) ? history.Unwind(height).Count : 0L);
    }

    public Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ChainHead>>([.. _chains.Values.Select(history => history.Head()).OfType<ChainHead>()]);

    public Task<IReadOnlyList<Transfer>> TransfersOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var asked = frontier.ToHashSet();

        // A transfer inside the frontier is told by its sender alone, so that it comes once.
        return InOrder(
            from address in asked
            from transfer in TransfersOf(chain, address)
            where transfer.From == address || transfer.From is not { } sender || !asked.Contains(sender)
            select transfer);
    }

    public Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        Dictionary<Address, Activity> activities = [];
        foreach (var address in frontier)
        {
            if (ActivityOf(chain, address) is { } activity)
            {
                activities[address] = activity;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<Address, Activity>>(activities);
    }

    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation)
    {
        var counted = tokens.ToHashSet();
        Dictionary<Address, Past> pasts = [];
        foreach (var address in frontier)
        {
            long movements = 0;
            DateTimeOffset? first = null;
            foreach (var transfer in TransfersOf(chain, address).TakeWhile(transfer => transfer.Position.Block < beforeBlock))
            {
                bool counts = !transfer.Amount.IsZero && (transfer.Kind != TransferKind.Token || counted.Contains(transfer.Asset));
                movements += counts ? 1 : 0;
                first = counts && transfer.IsTimed && (first is null || transfer.Time < first) ? transfer.Time : first;
            }

            if (movements > 0)
            {
                pasts[address] = new(movements, first);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<Address, Past>>(pasts);
    }

    public Task<IReadOnlyList<Transfer>> TransactionsAsync(
        ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation) =>
        InOrder(transactions.Distinct().SelectMany(transaction => TransactionOf(chain, transaction)));

    public Task<IReadOnlyList<Transfer>> SpendsOfAsync(
        ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation)
    {
        var spending = outputs.SelectMany(output => SpendingInputs(chain, output)).Select(input => input.Tx).Distinct();
        return InOrder(spending.SelectMany(transaction => TransactionOf(chain, transaction)));
    }

    public IReadOnlyList<Transfer> TransfersOf(ChainId chain, Address address) =>
        _chains.TryGetValue(chain, out var history) ? history.Of(address) : [];

    public Activity? ActivityOf(ChainId chain, Address address) =>
        _chains.TryGetValue(chain, out var history) ? history.ActivityOf(address) : null;

    /// <summary>Whether any transfer of a chain is held.</summary>
    public bool Holds(ChainId chain) => _chains.TryGetValue(chain, out var history) && history.Head() is not null;

    public bool MovedSeveralAssets(ChainId chain) => _chains.TryGetValue(chain, out var history) && history.HasSeveralAssets;

    public IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash transaction) =>
        _chains.TryGetValue(chain, out var history) ? history.Of(transaction) : [];

    public IReadOnlyList<Transfer> SpendOf(ChainId chain, Outpoint output) =>
        SpendingInputs(chain, output) is [var input, ..] ? TransactionOf(chain, input.Tx) : [];

    /// <summary>The inputs that spend an output, in position order; more than one only where data contradict themselves.</summary>
    public IReadOnlyList<Transfer> SpendsOf(ChainId chain, Outpoint output) => SpendingInputs(chain, output);

    private static Task<IReadOnlyList<Transfer>> InOrder(IEnumerable<Transfer> transfers)
    {
        var ordered = transfers.ToList();
        ordered.Sort(TransferOrder.Instance);
        return Task.FromResult<IReadOnlyList<Transfer>>(ordered);
    }

    private IReadOnlyList<Transfer> SpendingInputs(ChainId chain, Outpoint output) =>
        _chains.TryGetValue(chain, out var history) ? history.SpendsOf(output) : [];

    private ChainHistory HistoryOf(ChainId chain)
    {
        if (!_chains.TryGetValue(chain, out var history))
        {
            _chains[chain] = history = new(chain);
        }

        return history;
    }
}
