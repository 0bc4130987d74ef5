using System.Collections.Concurrent;

namespace Spoor.Transfers.Recording;

/// <summary>A store that answers as another one does and notes every answer.</summary>
public sealed class RecordingTransferStore(ITransferStore store) : ITransferStore
{
    private readonly ConcurrentDictionary<(ChainId, Transfer), bool> _transfers = new(Movement.Instance);
    private readonly ConcurrentDictionary<(ChainId, Address), bool> _histories = new();
    private readonly ConcurrentDictionary<(ChainId, TxHash), bool> _transactions = new();
    private readonly ConcurrentDictionary<(ChainId, Outpoint), bool> _spends = new();
    private readonly ConcurrentDictionary<(ChainId, Address), Activity?> _activities = new();
    private readonly ConcurrentDictionary<PastQuestion, Past?> _pasts = new();
    private IReadOnlyList<ChainHead>? _heads;

    /// <summary>All that was asked so far.</summary>
    public StoreRecord Record() => new()
    {
        Transfers = StoreRecord.InOrder(_transfers.Keys.Select(one => one.Item2)),
        Heads = _heads,
        Histories = _histories.Keys.ToHashSet(),
        Transactions = _transactions.Keys.ToHashSet(),
        Spends = _spends.Keys.ToHashSet(),
        Activities = _activities.ToDictionary(),
        Pasts = _pasts.ToDictionary(),
    };

    public Task<long> AppendAsync(Block block, CancellationToken cancellation) => throw ReadOnly();

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) => throw ReadOnly();

    public async Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) =>
        _heads = await store.HeadsAsync(cancellation);

    public async Task<IReadOnlyList<Transfer>> TransfersOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var found = await store.TransfersOfAsync(chain, frontier, cancellation);
        foreach (var address in frontier)
        {
            _histories[(chain, address)] = true;
        }

        return Note(chain, found);
    }

    public async Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var found = await store.ActivityOfAsync(chain, frontier, cancellation);
        foreach (var address in frontier)
        {
            _activities[(chain, address)] = found.TryGetValue(address, out var activity) ? activity : null;
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation)
    {
        var found = await store.PastOfAsync(chain, frontier, beforeBlock, tokens, cancellation);
        string counted = PastQuestion.TextOf(tokens);
        foreach (var address in frontier)
        {
            _pasts[new(chain, address, beforeBlock, counted)] = found.TryGetValue(address, out var past) ? past : null;
        }

        return found;
    }

    public async Task<IReadOnlyList<Transfer>> TransactionsAsync(
        ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation)
    {
        var found = await store.TransactionsAsync(chain, transactions, cancellation);
        foreach (var transaction in transactions)
        {
            _transactions[(chain, transaction)] = true;
        }

        return Note(chain, found);
    }

    public async Task<IReadOnlyList<Transfer>> SpendsOfAsync(
        ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation)
    {
        var found = await store.SpendsOfAsync(chain, outputs, cancellation);
        foreach (var output in outputs)
        {
            _spends[(chain, output)] = true;
        }

        return Note(chain, found);
    }

    private IReadOnlyList<Transfer> Note(ChainId chain, IReadOnlyList<Transfer> found)
    {
        foreach (var transfer in found)
        {
            _transfers.TryAdd((chain, transfer), true);
        }

        return found;
    }

    private static NotSupportedException ReadOnly() => new("A store whose answers are recorded is only read.");

    private sealed class Movement : IEqualityComparer<(ChainId Chain, Transfer Transfer)>
    {
        public static readonly Movement Instance = new();

        public bool Equals((ChainId Chain, Transfer Transfer) x, (ChainId Chain, Transfer Transfer) y) =>
            x.Chain == y.Chain && TransferIdentity.Instance.Equals(x.Transfer, y.Transfer);

        public int GetHashCode((ChainId Chain, Transfer Transfer) obj) => TransferIdentity.Instance.GetHashCode(obj.Transfer);
    }
}
