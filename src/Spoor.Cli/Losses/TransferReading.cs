using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Cli.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;

namespace Spoor.Cli.Losses;

/// <summary>The loss as transfers show it: those of a store, or the incident's own <c>transfers.csv</c>.</summary>
/// <param name="Estimate">Null where no transfer concerns the loss.</param>
/// <param name="Window">Null where no transfers are at hand.</param>
/// <param name="Uncapped">Stolen assets whose balance nobody stated.</param>
internal sealed record TransferReading(LossEstimate? Estimate, TransferWindow? Window, IReadOnlyList<string> Uncapped)
{
    private const string TransfersName = "transfers.csv";
    private const string BalancesName = "balances.csv";

    /// <param name="folder">The data folder; null for the incident's own transfers.</param>
    /// <param name="asOf">The last day that counts.</param>
    public static async Task<TransferReading> RunAsync(KnownIncident incident, string? folder, DateOnly? asOf, CancellationToken cancellation)
    {
        var parties = LossParties.Of(incident.Facts);
        var read = folder is null ? await OfIncidentAsync(incident, parties, cancellation) : await OfStoreAsync(DataFolder.At(folder), parties, cancellation);
        if (TransferWindow.Of(incident.Facts, read, asOf) is not { } window)
        {
            return new(null, null, []);
        }

        var balances = BalancesOf(incident);
        var losses = TransferLosses.Find(read.Where(window.Holds), parties, TokenList.Builtin, balances);
        return new(
            TransferEstimate.Of(losses, TokenList.Builtin, folder is null ? TransfersName : "store", incident.Facts.Started.DayAlone),
            window,
            [.. BalanceDropCap.Unchecked(losses, balances).Select(asset => asset.ToString())]);
    }

    private static IReadOnlyList<BalanceReconciliation> BalancesOf(KnownIncident incident)
    {
        using var text = incident.OpenText(BalancesName);
        return text is null ? [] : BalanceFile.Read(BalancesName, text);
    }

    private static async Task<IReadOnlyList<Transfer>> OfStoreAsync(DataFolder folder, LossParties parties, CancellationToken cancellation)
    {
        if (!File.Exists(folder.StoreFile))
        {
            throw new StorageException(folder.StoreFile, "there is no store here", "Import transfers first (spoor import FILE…), or leave --data out.");
        }

        using var store = DuckDbTransferStore.Open(folder);
        return await ReadAsync(store, parties, cancellation);
    }

    private static async Task<IReadOnlyList<Transfer>> OfIncidentAsync(KnownIncident incident, LossParties parties, CancellationToken cancellation)
    {
        var file = incident.Open(TransfersName);
        if (file is null)
        {
            return [];
        }

        await file.DisposeAsync();
        var temporary = Directory.CreateTempSubdirectory("spoor-loss-");
        try
        {
            string path = await incident.WriteAsync(TransfersName, temporary.FullName, cancellation);
            using var memory = DuckDbFile.Open(DataFolder.At(DataFolder.Memory));
            using var store = new DuckDbTransferStore(memory);
            await new FileImport(memory).RunAsync(FileFormats.Recognise(FileShapes.Read(path)), new(), null, cancellation);
            return await ReadAsync(store, parties, cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    // UTXO rows of one transaction belong together, so whole transactions are read where one of ours takes part.
    private static async Task<IReadOnlyList<Transfer>> ReadAsync(DuckDbTransferStore store, LossParties parties, CancellationToken cancellation)
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
