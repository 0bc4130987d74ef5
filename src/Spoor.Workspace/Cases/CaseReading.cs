using Spoor.Chains.Files.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Labels;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Cases;

/// <summary>Reads everything a case is computed from.</summary>
public static class CaseReading
{
    public const string BalancesName = "balances.csv";

    /// <summary>What the transfers of a data folder are called where a figure names its source.</summary>
    public const string StoreName = "store";

    /// <param name="folder">A data folder with transfers and labels; null for what the incident itself carries.</param>
    /// <param name="labels">Label files handed in with the question.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    /// <exception cref="StorageException">There is no store in the folder.</exception>
    public static async Task<CaseInputs> ReadAsync(
        IncidentLibrary library, KnownIncident incident, DataFolder? folder, LabelFiles labels, CaseParameters parameters, CancellationToken cancellation) =>
        (await MaterialAsync(incident, folder, labels, parameters.AsOf, cancellation)).Inputs(library, incident, parameters);

    /// <summary>What a case is computed from besides incidents and parameters.</summary>
    public static async Task<CaseMaterial> MaterialAsync(
        KnownIncident incident, DataFolder? folder, LabelFiles labels, DateOnly? asOf, CancellationToken cancellation)
    {
        var material = new CaseMaterial { FileLabels = labels.Book, LabelFiles = labels.Cited, IsPublishedOnly = folder is null };
        if (folder is null)
        {
            return material with { Transfers = await OwnTransfers.ReadAsync(incident, cancellation) };
        }

        var history = await HistoryAsync(folder, cancellation);
        var store = StoreReading.OpenExisting(folder);
        return material with
        {
            StoreLabels = history.At(asOf),
            Lineage = history.Lineage,
            Legs = await StoredCrossings.LegsAsync(store, cancellation),
            Transfers = await store.NearestAsync(cancellation),
        };
    }

    /// <summary>What the victim's balances say, where the folder states them.</summary>
    public static IReadOnlyList<BalanceReconciliation> BalancesOf(KnownIncident incident)
    {
        using var text = incident.OpenText(BalancesName);
        return text is null ? [] : BalanceFile.Read(BalancesName, text);
    }

    private static async Task<LabelHistory> HistoryAsync(DataFolder folder, CancellationToken cancellation)
    {
        StoreReading.OpenExisting(folder).Dispose();
        using var store = DuckDbLabelStore.Open(folder);
        return await store.HistoryAsync(cancellation);
    }
}
