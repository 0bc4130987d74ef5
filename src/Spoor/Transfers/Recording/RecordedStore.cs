using System.Collections.Concurrent;

namespace Spoor.Transfers.Recording;

/// <summary>A store that answers from a record exactly as the recorded one did, and refuses what that one was not asked.</summary>
/// <remarks>It notes what it is asked in turn, so that a record can be cut down to what a computation needs.</remarks>
public sealed class RecordedStore : ITransferStore, IInstantTransfers
{
    private readonly StoreRecord _record;
    private readonly MemoryTransferStore _transfers;
    private readonly ConcurrentDictionary<(ChainId, Address), bool> _histories = new();
    private readonly ConcurrentDictionary<(ChainId, TxHash), bool> _transactions = new();
    private readonly ConcurrentDictionary<(ChainId, Outpoint), bool> _spends = new();
    private readonly ConcurrentDictionary<(ChainId, Address), bool> _activities = new();
    private readonly ConcurrentDictionary<PastQuestion, bool> _pasts = new();
    private bool _headsAsked;

    public RecordedStore(StoreRecord record)
    {
        _record = record;
        _transfers = MemoryTransferStore.Load(record.Transfers);
    }

    /// <summary>The part of the record that was asked for.</summary>
    public async Task<StoreRecord> AskedAsync(CancellationToken cancellation)
    {
        var rows = _histories.Keys.SelectMany(one => _transfers.TransfersOf(one.Item1, one.Item2))
            .Concat(_transactions.Keys.SelectMany(one => _transfers.TransactionOf(one.Item1, one.Item2)))
            .ToHashSet(TransferIdentity.Instance);
        foreach (var onChain in _spends.Keys.GroupBy(one => one.Item1, one => one.Item2))
        {
            rows.UnionWith(await _transfers.SpendsOfAsync(onChain.Key, [.. onChain], cancellation));
        }

        return new()
        {
            Heads = _headsAsked ? _record.Heads : null,
            Histories = _histories.Keys.ToHashSet(),
            Transactions = _transactions.Keys.ToHashSet(),
            Spends = _spends.Keys.ToHashSet(),
            Activities = _activities.Keys.ToDictionary(one => one, one => _record.Activities[one]),
            Pasts = _pasts.Keys.ToDictionary(one => one, one => _record.Pasts[one]),
            Transfers = StoreRecord.InOrder(rows),
        };
    }

    public Task<long> AppendAsync(Block block, CancellationToken cancellation) => throw ReadOnly();

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) => throw ReadOnly();

    public Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation)
    {
        _headsAsked = true;
        return Task.FromResult(_record.Heads ?? throw new UnrecordedException("which chains the store holds"));
    }

    public Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        foreach (var address in frontier)
        {
            AskHistory(chain, address);
        }

        return _transfers.TransfersOfAsync(chain, frontier, cancellation);
    }

    public Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var found = new Dictionary<Address, Activity>();
        foreach (var address in frontier)
        {
            if (ActivityOf(chain, address) is { } activity)
            {
                found[address] = activity;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<Address, Activity>>(found);
    }

    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation)
    {
        string counted = PastQuestion.TextOf(tokens);
        var found = new Dictionary<Address, Past>();
        foreach (var address in frontier)
        {
            var question = new PastQuestion(chain, address, beforeBlock, counted);
            Held(_record.Pasts.TryGetValue(question, out var past), () => $"what {Named(chain, address)} had done before block {beforeBlock}");
            _pasts[question] = true;
            if (past is { } known)
            {
                found[address] = known;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<Address, Past>>(found);
    }

    public Task<IReadOnlyList<Transfer>> TransactionsAsync(ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation)
    {
        foreach (var transaction in transactions)
        {
            AskTransaction(chain, transaction);
        }

        return _transfers.TransactionsAsync(chain, transactions, cancellation);
    }

    public Task<IReadOnlyList<Transfer>> SpendsOfAsync(ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation)
    {
        foreach (var output in outputs)
        {
            AskSpend(chain, output);
        }

        return _transfers.SpendsOfAsync(chain, outputs, cancellation);
    }

    public IReadOnlyList<Transfer> TransfersOf(ChainId chain, Address address)
    {
        AskHistory(chain, address);
        return _transfers.TransfersOf(chain, address);
    }

    public Activity? ActivityOf(ChainId chain, Address address)
    {
        Held(_record.Activities.TryGetValue((chain, address), out var activity), () => $"how busy {Named(chain, address)} is");
        _activities[(chain, address)] = true;
        return activity;
    }

    /// <summary>Always, so that what is asked does not hang on what the record left out.</summary>
    public bool MovedSeveralAssets(ChainId chain) => true;

    public IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash transaction)
    {
        AskTransaction(chain, transaction);
        return _transfers.TransactionOf(chain, transaction);
    }

    public IReadOnlyList<Transfer> SpendOf(ChainId chain, Outpoint output)
    {
        AskSpend(chain, output);
        return _transfers.SpendOf(chain, output);
    }

    private void AskHistory(ChainId chain, Address address)
    {
        Held(_record.Histories.Contains((chain, address)), () => $"the transfers of {Named(chain, address)}");
        _histories[(chain, address)] = true;
    }

    private void AskTransaction(ChainId chain, TxHash transaction)
    {
        Held(_record.Transactions.Contains((chain, transaction)), () => $"the transaction {chain}:{transaction.Render(chain)}");
        _transactions[(chain, transaction)] = true;
    }

    private void AskSpend(ChainId chain, Outpoint output)
    {
        Held(_record.Spends.Contains((chain, output)), () => $"what spends the output {chain}:{output}");
        _spends[(chain, output)] = true;
    }

    private static void Held(bool isHeld, Func<string> question)
    {
        if (!isHeld)
        {
            throw new UnrecordedException(question());
        }
    }

    private static string Named(ChainId chain, Address address) => $"{chain}:{AddressText.Render(chain, address)}";

    private static NotSupportedException ReadOnly() => new("A record of a store is only read.");
}

/// <summary>A record was asked what the recorded store was not asked, so it has no answer: neither that there is something nor that there is nothing.</summary>
public sealed class UnrecordedException(string question)
    : FormatException($"The record does not hold {question}, because the store was not asked. Its transfers were changed, or another rule asks other questions.");
