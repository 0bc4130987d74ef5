using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>Addresses of a UTXO chain whose counterparties the later transfers change: their count has to be taken anew.</summary>
internal sealed record TailTouch(IReadOnlySet<Address> Addresses)
{
    internal static readonly TailTouch None = new(new HashSet<Address>());

    internal bool Has(Address address) => Addresses.Contains(address);

    /// <summary>Chain by chain; a transaction may be in part among the later transfers and in part in the index.</summary>
    internal static Dictionary<ChainId, TailTouch> Of(AdjacencyIndex index, IEnumerable<Transfer> tail)
    {
        Dictionary<ChainId, TailTouch> touched = [];
        foreach (var ofChain in tail.Where(transfer => transfer.Kind is TransferKind.UtxoIn or TransferKind.UtxoOut).GroupBy(transfer => transfer.Chain))
        {
            HashSet<Address> addresses = [.. ofChain.SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>()];
            List<uint> found = [];
            if (index.Of(ofChain.Key) is { } indexed)
            {
                ofChain.Select(transfer => transfer.Tx).Distinct().ToList().ForEach(tx => indexed.AddTransaction(tx, found));
                addresses.UnionWith(found.Select(indexed.Read).SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>());
            }

            touched[ofChain.Key] = new(addresses);
        }

        return touched;
    }
}
