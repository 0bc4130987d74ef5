using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Histories fetched from a store in batches: a run notes what it lacks, and one call brings all of it.</summary>
/// <remarks>What was fetched is kept, so each history is read once however often the run starts over.</remarks>
internal sealed class FetchedHistories(ITransferStore store, TraceRequest request) : IHistories
{
    private readonly Orientation _orientation = new(request.Direction);
    private readonly Dictionary<(ChainId, Address), History> _histories = [];
    private readonly Dictionary<(ChainId, Address), string?> _busy = [];
    private readonly Dictionary<(ChainId, Outpoint), IReadOnlyList<Transfer>> _next = [];
    private readonly HashSet<(ChainId Chain, Address Address)> _wantedBusy = [];
    private readonly HashSet<(ChainId Chain, Address Address)> _wantedHistories = [];
    private readonly HashSet<(ChainId Chain, Outpoint Output)> _wantedNext = [];
    private readonly Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>> _transactions = [];
    private readonly HashSet<(ChainId Chain, TxHash Tx)> _wantedTransactions = [];

    /// <summary>Addresses and outputs that the last run lacked.</summary>
    public int Wanted => _wantedBusy.Count + _wantedHistories.Count + _wantedNext.Count + _wantedTransactions.Count;

    /// <summary>Addresses whose history is at hand.</summary>
    public int Fetched => _histories.Count;

    public Transfer[] Of(Holding holding) => HistoryOf(holding.Chain, holding.Address).Of(holding.Asset);

    public IReadOnlyList<AssetId> AssetsOf(ChainId chain, Address address) => HistoryOf(chain, address).Assets;

    public IReadOnlyList<Transfer> Of(ChainId chain, Address address, TxHash tx) => HistoryOf(chain, address).Of(tx);

    // Asking would read the whole chain.
    public bool MovedSeveralAssets(ChainId chain) => true;

    public IEnumerable<AssetId> Refused => _histories.Values.SelectMany(history => history.Refused);

    public bool IsBusy(ChainId chain, Address address) => WhyBusy(chain, address) is not null;

    public string? WhyBusy(ChainId chain, Address address)
    {
        if (!_busy.TryGetValue((chain, address), out string? why))
        {
            _wantedBusy.Add((chain, address));
        }

        return why;
    }

    public IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash tx)
    {
        if (!_transactions.TryGetValue((chain, tx), out var rows))
        {
            _wantedTransactions.Add((chain, tx));
        }

        return rows ?? [];
    }

    public IReadOnlyList<Transfer> NextOf(ChainId chain, Outpoint output)
    {
        if (!_next.TryGetValue((chain, output), out var transaction))
        {
            _wantedNext.Add((chain, output));
        }

        return transaction ?? [];
    }

    /// <summary>Fetches all that is wanted, chain by chain.</summary>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        var chains = _wantedBusy.Select(wanted => wanted.Chain)
            .Concat(_wantedHistories.Select(wanted => wanted.Chain))
            .Concat(_wantedNext.Select(wanted => wanted.Chain))
            .Concat(_wantedTransactions.Select(wanted => wanted.Chain));
        foreach (var chain in chains.Distinct().Order().ToList())
        {
            await FetchBusyAsync(chain, cancellation);
            await FetchHistoriesAsync(chain, cancellation);
            await FetchNextAsync(chain, cancellation);
            await FetchTransactionsAsync(chain, cancellation);
        }

        _wantedBusy.Clear();
        _wantedHistories.Clear();
        _wantedNext.Clear();
        _wantedTransactions.Clear();
    }

    private History HistoryOf(ChainId chain, Address address)
    {
        if (!_histories.TryGetValue((chain, address), out var history))
        {
            _wantedHistories.Add((chain, address));
        }

        return history ?? History.Empty;
    }

    // A busy address is not followed, so its history, which may be most of the chain, must not be asked for.
    private async Task FetchBusyAsync(ChainId chain, CancellationToken cancellation)
    {
        List<Address> wanted = [.. _wantedBusy.Where(one => one.Chain == chain).Select(one => one.Address).Order()];
        if (wanted.Count == 0)
        {
            return;
        }

        var activities = await store.ActivityOfAsync(chain, wanted, cancellation);
        foreach (var address in wanted)
        {
            string? why = activities.TryGetValue(address, out var activity) ? request.Stops.WhyBusy(activity) : null;
            _busy[(chain, address)] = why;
            if (why is not null)
            {
                _wantedHistories.Remove((chain, address));
            }
        }
    }

    private async Task FetchHistoriesAsync(ChainId chain, CancellationToken cancellation)
    {
        HashSet<Address> wanted = [.. _wantedHistories.Where(one => one.Chain == chain).Select(one => one.Address)];
        if (wanted.Count == 0)
        {
            return;
        }

        var byAddress = wanted.ToDictionary(address => address, _ => new List<Transfer>());
        foreach (var transfer in await store.TransfersOfAsync(chain, [.. wanted.Order()], cancellation))
        {
            if (transfer.From is { } from && byAddress.TryGetValue(from, out var sent))
            {
                sent.Add(transfer);
            }

            if (transfer.To is { } to && to != transfer.From && byAddress.TryGetValue(to, out var received))
            {
                received.Add(transfer);
            }
        }

        foreach (var (address, transfers) in byAddress)
        {
            _histories[(chain, address)] = new(_orientation, transfers);
        }
    }

    private async Task FetchTransactionsAsync(ChainId chain, CancellationToken cancellation)
    {
        List<TxHash> wanted = [.. _wantedTransactions.Where(one => one.Chain == chain).Select(one => one.Tx)];
        if (wanted.Count == 0)
        {
            return;
        }

        var rows = (await store.TransactionsAsync(chain, wanted, cancellation)).ToLookup(row => row.Tx);
        wanted.ForEach(tx => _transactions[(chain, tx)] = [.. rows[tx]]);
    }

    private async Task FetchNextAsync(ChainId chain, CancellationToken cancellation)
    {
        List<Outpoint> wanted = [.. _wantedNext.Where(one => one.Chain == chain).Select(one => one.Output)];
        if (wanted.Count == 0)
        {
            return;
        }

        var transfers = _orientation.Forward
            ? await store.SpendsOfAsync(chain, wanted, cancellation)
            : await store.TransactionsAsync(chain, [.. wanted.Select(output => output.Tx).Distinct()], cancellation);
        var byTransaction = transfers.GroupBy(transfer => transfer.Tx).ToDictionary(group => group.Key, group => group.ToList());
        var takenOnBy = byTransaction.Values.SelectMany(rows => rows)
            .Where(row => row.Output is not null && row.Kind == (_orientation.Forward ? TransferKind.UtxoIn : TransferKind.UtxoOut))
            .ToLookup(row => row.Output!.Value, row => row.Tx);
        foreach (var output in wanted)
        {
            _next[(chain, output)] = takenOnBy[output].Select(tx => byTransaction[tx]).FirstOrDefault() ?? [];
        }
    }
}
