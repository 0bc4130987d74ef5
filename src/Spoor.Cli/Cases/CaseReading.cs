using Spoor.Chains.Files.Incidents;
using Spoor.Chains.Files.Losses;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;

namespace Spoor.Cli.Cases;

/// <summary>Reads everything a case is computed from.</summary>
internal static class CaseReading
{
    private const string BalancesName = "balances.csv";
    /// <summary>What the transfers of a data folder are called where a figure names its source.</summary>
    public const string StoreName = "store";

    /// <param name="folder">A data folder with transfers and labels; null for what the incident itself carries.</param>
    /// <param name="labels">Label files handed in with the question.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    /// <exception cref="StorageException">There is no store in the folder.</exception>
    public static async Task<CaseInputs> ReadAsync(
        IncidentLibrary library, KnownIncident incident, DataFolder? folder, LabelFiles labels, CaseParameters parameters, CancellationToken cancellation)
    {
        var others = library.All.Where(other => other.Id != incident.Id).ToList();
        var loss = LossFolder.Read(incident, []);
        var history = folder is null ? null : await HistoryAsync(folder, cancellation);
        var own = new LabelBook(others.Append(incident).OrderBy(known => known.Id, StringComparer.Ordinal).SelectMany(known => known.Facts.Labels));
        var inputs = new CaseInputs
        {
            Facts = incident.Facts,
            Case = incident.Case,
            Others = [.. others.Select(other => other.Case)],
            Transfers = new MemoryTransferStore(),
            TransfersName = folder is null ? IncidentFiles.Transfers : StoreName,
            IsPublishedOnly = folder is null,
            Labels = labels.Book.Then(own).Then(history?.At(parameters.AsOf) ?? LabelBook.Empty),
            LabelSources = history?.Lineage ?? SourceLineage.Empty,
            Estimates = loss.History,
            Prices = loss.Prices,
            Files = [.. loss.PriceFiles, .. labels.Cited],
            ZeroPrices = loss.ZeroPrices,
            Balances = BalancesOf(incident),
            Parameters = parameters,
        };
        return folder is null
            ? inputs with { Transfers = await OwnTransfers.ReadAsync(incident, cancellation) }
            : await WithStoreAsync(inputs, folder, cancellation);
    }

    /// <summary>What the victim's balances say, where the folder states them.</summary>
    public static IReadOnlyList<BalanceReconciliation> BalancesOf(KnownIncident incident)
    {
        using var text = incident.OpenText(BalancesName);
        return text is null ? [] : BalanceFile.Read(BalancesName, text);
    }

    private static async Task<CaseInputs> WithStoreAsync(CaseInputs inputs, DataFolder folder, CancellationToken cancellation)
    {
        var store = StoreReading.OpenExisting(folder);
        var crossings = await StoredCrossings.ReadAsync(store, cancellation);
        return inputs with { Crossings = crossings, Transfers = await store.NearestAsync(cancellation) };
    }

    private static async Task<LabelHistory> HistoryAsync(DataFolder folder, CancellationToken cancellation)
    {
        StoreReading.OpenExisting(folder).Dispose();
        using var store = DuckDbLabelStore.Open(folder);
        return await store.HistoryAsync(cancellation);
    }
}
