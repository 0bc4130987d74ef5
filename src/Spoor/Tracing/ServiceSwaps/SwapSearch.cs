using Spoor.Transfers;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>Reads from a store what services took in and paid out.</summary>
public static class SwapSearch
{
    // An address with more is an exchange or a person who pays the wallet directly: its history is not needed.
    private const long MostOfAnOrder = 200;

    public static async Task<ServiceTraffic> ReadAsync(ITransferStore store, ServiceWallets wallets, SwapParameters parameters, CancellationToken cancellation)
    {
        var transfers = new List<Transfer>();
        foreach (var ofChain in wallets.All.GroupBy(wallet => wallet.Chain))
        {
            var own = await store.TransfersOfAsync(ofChain.Key, [.. ofChain.Select(wallet => wallet.Address)], cancellation);
            var payers = own.Where(transfer => wallets.ServiceOf(ofChain.Key, transfer.To) is not null).Select(transfer => transfer.From).OfType<Address>().ToHashSet();
            var whole = await store.TransactionsAsync(ofChain.Key, [.. own.Select(transfer => transfer.Tx).Distinct()], cancellation);
            // On UTXO chains the payer stands in another row of the transaction than the wallet.
            payers.UnionWith(whole.Where(transfer => transfer.Kind == TransferKind.UtxoIn).Select(transfer => transfer.From).OfType<Address>());
            var busy = await store.ActivityOfAsync(ofChain.Key, payers, cancellation);
            payers.RemoveWhere(payer => busy.TryGetValue(payer, out var activity) && activity.Transfers > MostOfAnOrder);
            var theirs = await store.TransfersOfAsync(ofChain.Key, payers, cancellation);
            var theirWhole = ChainRegistry.IsUtxo(ofChain.Key) ? await store.TransactionsAsync(ofChain.Key, [.. theirs.Select(transfer => transfer.Tx).Distinct()], cancellation) : theirs;
            transfers.AddRange(own.Concat(whole).Concat(theirWhole));
        }

        return ServiceTraffic.Of(transfers, wallets, parameters);
    }
}
