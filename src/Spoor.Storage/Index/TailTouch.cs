using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>What the later transfers of a chain change.</summary>
/// <param name="Transactions">Of a UTXO chain, by address: transactions of which some rows came later, so that more addresses may stand across.</param>
/// <param name="Assets">The assets that moved, by reference.</param>
/// <param name="HasCoins">Whether anything but tokens moved.</param>
internal sealed record TailTouch(IReadOnlyDictionary<Address, HashSet<TxHash>> Transactions, IReadOnlySet<string> Assets, bool HasCoins)
{
    internal static readonly TailTouch None = new(new Dictionary<Address, HashSet<TxHash>>(), new HashSet<string>(), HasCoins: false);

    internal IReadOnlyCollection<TxHash> TransactionsOf(Address address) => Transactions.TryGetValue(address, out var touched) ? touched : [];

    /// <summary>Chain by chain; a transaction may be in part among the later transfers and in part in the index.</summary>
    internal static Dictionary<ChainId, TailTouch> Of(AdjacencyIndex index, IEnumerable<Transfer> tail)
    {
        Dictionary<ChainId, TailTouch> touched = [];
        foreach (var ofChain in tail.GroupBy(transfer => transfer.Chain))
        {
            List<Transfer> utxo = [.. ofChain.Where(transfer => transfer.Kind is TransferKind.UtxoIn or TransferKind.UtxoOut)];
            touched[ofChain.Key] = new(Across(index.Of(ofChain.Key), utxo), ofChain.Select(transfer => transfer.Asset.Reference).ToHashSet(), ofChain.Any(transfer => transfer.Kind != TransferKind.Token));
        }

        return touched;
    }

    private static Dictionary<Address, HashSet<TxHash>> Across(ChainIndex? indexed, List<Transfer> utxo)
    {
        Dictionary<Address, HashSet<TxHash>> touched = [];
        utxo.ForEach(transfer => Note(touched, transfer));
        if (indexed is not null)
        {
            List<uint> found = [];
            utxo.Select(transfer => transfer.Tx).Distinct().ToList().ForEach(tx => indexed.AddTransaction(tx, found));
            found.ForEach(number => Note(touched, indexed.Read(number)));
        }

        return touched;
    }

    private static void Note(Dictionary<Address, HashSet<TxHash>> touched, Transfer transfer)
    {
        foreach (var address in new[] { transfer.From, transfer.To }.OfType<Address>())
        {
            if (!touched.TryGetValue(address, out var transactions))
            {
                touched[address] = transactions = [];
            }

            transactions.Add(transfer.Tx);
        }
    }
}
