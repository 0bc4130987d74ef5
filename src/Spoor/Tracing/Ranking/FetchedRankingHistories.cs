using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Histories fetched from a store in batches: a run notes what it lacks, and one call brings all of it.</summary>
internal sealed class FetchedRankingHistories(ITransferStore store, RankingRequest request) : IRankingHistories
{
    private readonly Dictionary<Address, List<Transfer>> _histories = [];
    private readonly Dictionary<TxHash, List<Transfer>> _transactions = [];
    private readonly Dictionary<Address, bool> _busy = [];
    private readonly SortedSet<Address> _wanted = [];
    private readonly SortedSet<Address> _wantedBusy = [];

    /// <summary>Addresses that the last run lacked.</summary>
    public int Wanted => _wanted.Count + _wantedBusy.Count;

    public IReadOnlyList<Transfer>? Of(Address address)
    {
        if (_histories.TryGetValue(address, out var history))
        {
            return history;
        }

        _wanted.Add(address);
        return null;
    }

    public IReadOnlyList<Transfer> TransactionOf(TxHash transaction) => _transactions.GetValueOrDefault(transaction) ?? [];

    public bool IsEnd(Address address)
    {
        if (request.IsKnownEnd(address) || !request.Stops.AsksActivity)
        {
            return request.IsKnownEnd(address);
        }

        if (!_busy.TryGetValue(address, out bool busy))
        {
            _wantedBusy.Add(address);
        }

        return busy;
    }

    /// <summary>Fetches all that is wanted.</summary>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        if (_wantedBusy.Count > 0)
        {
            var activities = await store.ActivityOfAsync(request.Chain, [.. _wantedBusy], cancellation);
            foreach (var address in _wantedBusy)
            {
                bool busy = activities.TryGetValue(address, out var activity) && request.Stops.IsBusy(activity);
                _busy[address] = busy;

                // The history of a busy address may be most of the chain, and nothing walks on it.
                _ = busy && _wanted.Remove(address);
            }
        }

        await FetchHistoriesAsync([.. _wanted], cancellation);
        _wanted.Clear();
        _wantedBusy.Clear();
    }

    private async Task FetchHistoriesAsync(List<Address> wanted, CancellationToken cancellation)
    {
        wanted.ForEach(address => _histories[address] = []);
        HashSet<TxHash> utxo = [];
        foreach (var transfer in wanted.Count == 0 ? [] : await store.TransfersOfAsync(request.Chain, wanted, cancellation))
        {
            AddTo(transfer.From, transfer);
            if (transfer.To != transfer.From)
            {
                AddTo(transfer.To, transfer);
            }

            _ = transfer.Output is not null && !_transactions.ContainsKey(transfer.Tx) && utxo.Add(transfer.Tx);
        }

        foreach (var transfer in utxo.Count == 0 ? [] : await store.TransactionsAsync(request.Chain, [.. utxo.Order()], cancellation))
        {
            if (!_transactions.TryGetValue(transfer.Tx, out var rows))
            {
                _transactions[transfer.Tx] = rows = [];
            }

            rows.Add(transfer);
        }

        void AddTo(Address? address, Transfer transfer)
        {
            // Only those asked for now: the others of a transfer are complete already, or not asked for.
            if (address is { } known && wanted.BinarySearch(known) >= 0)
            {
                _histories[known].Add(transfer);
            }
        }
    }
}
