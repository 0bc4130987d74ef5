using Spoor.Incidents.Losses.Guards;
using Spoor.Transfers;

namespace Spoor.Incidents.Losses;

/// <summary>The loss as the transfers of a store show it.</summary>
/// <param name="Estimate">Null where no transfer concerns the loss.</param>
/// <param name="Window">Null where no transfers are at hand.</param>
/// <param name="Uncapped">Stolen assets whose balance nobody stated.</param>
public sealed record TransferReading(LossEstimate? Estimate, TransferWindow? Window, IReadOnlyList<string> Uncapped)
{
    /// <param name="source">What the rows of the estimate name as their source.</param>
    /// <param name="asOf">The last day that counts; null for all.</param>
    public static async Task<TransferReading> OfAsync(
        IncidentFacts facts, ITransferStore store, string source, IReadOnlyList<BalanceReconciliation> balances, DateOnly? asOf, CancellationToken cancellation)
    {
        var parties = LossParties.Of(facts);
        var read = await ReadAsync(store, parties, cancellation);
        if (TransferWindow.Of(facts, read, asOf) is not { } window)
        {
            return new(null, null, []);
        }

        var losses = TransferLosses.Find(read.Where(window.Holds), parties, TokenList.Builtin, balances);
        return new(
            TransferEstimate.Of(losses, TokenList.Builtin, source, facts.Started.DayAlone),
            window,
            [.. BalanceDropCap.Unchecked(losses, balances).Select(asset => asset.ToString())]);
    }

    // UTXO rows of one transaction belong together, so whole transactions are read where one of ours takes part.
    private static async Task<IReadOnlyList<Transfer>> ReadAsync(ITransferStore store, LossParties parties, CancellationToken cancellation)
    {
        var transfers = new List<Transfer>();
        foreach (var ofChain in parties.ByChain)
        {
            var own = await store.TransfersOfAsync(ofChain.Key, [.. ofChain], cancellation);
            transfers.AddRange(ChainRegistry.IsUtxo(ofChain.Key)
                ? await store.TransactionsAsync(ofChain.Key, [.. own.Select(transfer => transfer.Tx).Distinct()], cancellation)
                : own);
        }

        return transfers;
    }
}
