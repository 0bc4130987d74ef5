using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>What the later transfers of a chain change.</summary>
/// <param name="Addresses">Of a UTXO chain, those whose counterparties have to be counted anew.</param>
/// <param name="Assets">The assets that moved, by reference.</param>
/// <param name="HasCoins">Whether anything but tokens moved.</param>
internal sealed record TailTouch(IReadOnlySet<Address> Addresses, IReadOnlySet<string> Assets, bool HasCoins)
{
    internal static readonly TailTouch None = new(new HashSet<Address>(), new HashSet<string>(), HasCoins: false);

    internal bool Has(Address address) => Addresses.Contains(address);

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

    private static HashSet<Address> Across(ChainIndex? indexed, List<Transfer> utxo)
    {
        HashSet<Address> addresses = [.. utxo.SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>()];
        List<uint> found = [];
        if (indexed is not null)
        {
            utxo.Select(transfer => transfer.Tx).Distinct().ToList().ForEach(tx => indexed.AddTransaction(tx, found));
            addresses.UnionWith(found.Select(indexed.Read).SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>());
        }

        return addresses;
    }
}
