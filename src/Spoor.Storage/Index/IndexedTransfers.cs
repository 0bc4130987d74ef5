using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>An index and the later transfers of its log, read as one.</summary>
/// <remarks>What it answers is what the store held when it was made. Reads may run side by side.</remarks>
internal sealed partial class IndexedTransfers(AdjacencyIndex index, MemoryTransferStore tail, IReadOnlyDictionary<ChainId, TailTouch> touched) : IInstantTransfers
{
    public IReadOnlyList<Transfer> TransfersOf(ChainId chain, Address address)
    {
        var later = tail.TransfersOf(chain, address);
        return index.Of(chain) is { } indexed && indexed.NumberOf(address) is not 0 and var number
            ? Merged(indexed.HistoryOf(number), later)
            : later;
    }

    // Where something came later, the index alone does not tell.
    public IPaymentGraph? PaymentsOf(ChainId chain) => index.Of(chain) is { } indexed && !tail.Holds(chain) ? IndexedPayments.Of(indexed) : null;

    public IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash transaction) => TransactionsOf(chain, [transaction]);

    public IReadOnlyList<Transfer> SpendOf(ChainId chain, Outpoint output)
    {
        var inputs = InputsOf(chain, output);
        return inputs.Count > 0 ? TransactionOf(chain, inputs[0].Tx) : [];
    }

    /// <summary>As <see cref="ITransferStore.TransfersOfAsync"/>.</summary>
    internal async Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var later = await tail.TransfersOfAsync(chain, frontier, cancellation);
        if (index.Of(chain) is not { } indexed)
        {
            return later;
        }

        List<uint> found = [];
        foreach (var address in frontier)
        {
            if (indexed.NumberOf(address) is not 0 and var number)
            {
                found.AddRange(indexed.EdgesOf(number));
            }
        }

        return Merged(Read(indexed, found), later);
    }

    /// <summary>As <see cref="ITransferStore.TransactionsAsync"/>.</summary>
    internal IReadOnlyList<Transfer> TransactionsOf(ChainId chain, IReadOnlyCollection<TxHash> transactions)
    {
        List<Transfer> later = [.. transactions.Distinct().SelectMany(transaction => tail.TransactionOf(chain, transaction))];
        later.Sort(TransferOrder.Instance);
        if (index.Of(chain) is not { } indexed)
        {
            return later;
        }

        List<uint> found = [];
        foreach (var transaction in transactions)
        {
            indexed.AddTransaction(transaction, found);
        }

        return Merged(Read(indexed, found), later);
    }

    /// <summary>As <see cref="ITransferStore.SpendsOfAsync"/>.</summary>
    internal IReadOnlyList<Transfer> SpendsOf(ChainId chain, IReadOnlyCollection<Outpoint> outputs) =>
        TransactionsOf(chain, [.. outputs.SelectMany(output => InputsOf(chain, output)).Select(input => input.Tx).Distinct()]);

    private List<Transfer> InputsOf(ChainId chain, Outpoint output)
    {
        List<Transfer> inputs = [.. tail.SpendsOf(chain, output)];
        if (index.Of(chain) is { } indexed)
        {
            List<uint> found = [];
            indexed.AddSpends(output, found);
            inputs.AddRange(Read(indexed, found));
        }

        inputs.Sort(TransferOrder.Instance);
        return inputs;
    }

    /// <summary>As <see cref="ITransferStore.HeadsAsync"/>.</summary>
    internal async Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation)
    {
        var later = await tail.HeadsAsync(cancellation);
        return
        [
            .. index.Chains.Select(indexed => indexed.Head()).Concat(later).GroupBy(head => head.Chain).Select(heads => new ChainHead(
                heads.Key,
                heads.Min(head => head.Lowest),
                heads.Max(head => head.Highest),
                heads.Sum(head => head.Transfers),
                heads.Min(head => head.First),
                heads.Max(head => head.Last))).OrderBy(head => head.Chain),
        ];
    }

    // The number of a movement is its place in the order, so that numbers are put in order instead of movements.
    private static Transfer[] Read(ChainIndex indexed, List<uint> found)
    {
        found.Sort();
        var transfers = new List<Transfer>(found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
            {
                transfers.Add(indexed.Read(found[i]));
            }
        }

        return [.. transfers];
    }

    private static IReadOnlyList<Transfer> Merged(Transfer[] earlier, IReadOnlyList<Transfer> later)
    {
        if (later.Count == 0)
        {
            return earlier;
        }

        List<Transfer> all = [.. earlier, .. later];
        if (earlier.Length > 0 && TransferOrder.Instance.Compare(earlier[^1], later[0]) > 0)
        {
            all.Sort(TransferOrder.Instance);
        }

        return all;
    }
}
