using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace;

/// <summary>Everything a process that serves works on: one data folder held open, the incidents, the desk.</summary>
/// <remarks>
/// DuckDB lends its file to one caller at a time. Transfers that fit into memory are read from there instead, by as many as ask.
/// </remarks>
public sealed class Workbench : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private ITransferStore? _nearest;
    private LabelHistory? _history;
    private long _changes;

    private Workbench(DuckDbFile file, IncidentLibrary incidents, DeskFolder desk, LossPrices? prices)
    {
        Prices = prices;
        Incidents = incidents;
        Desk = desk;
        File = file;
        Store = new(file);
        Labels = new(file);
        Ledger = new(file);
        Touched = TouchedIncidents.Of(incidents);
    }

    public IncidentLibrary Incidents { get; }

    public DeskFolder Desk { get; }

    /// <summary>What value is counted with; null for the prices in each incident's own folder.</summary>
    public LossPrices? Prices { get; }

    public DuckDbTransferStore Store { get; }

    public DuckDbLabelStore Labels { get; }

    public DuckDbLedgerStore Ledger { get; }

    /// <summary>The open file, for what brings transfers into it.</summary>
    internal DuckDbFile File { get; }

    /// <summary>Which incidents name an address.</summary>
    public TouchedIncidents Touched { get; }

    /// <param name="incidents">A folder of folders, each an incident; null for those of the program alone.</param>
    /// <param name="prices">Files that take the place of each incident's own prices, in order of preference; empty for those.</param>
    /// <exception cref="StorageException">The store is in use, is not a store, or is of a newer Spoor.</exception>
    /// <exception cref="FormatException">An incident or a price file is not as described.</exception>
    /// <exception cref="IOException">There is no such folder or file.</exception>
    public static Workbench Open(DataFolder folder, string? incidents, DeskFolder desk, IReadOnlyList<string> prices)
    {
        var library = IncidentLibrary.Open(incidents);
        var read = LossPrices.OfFiles(prices);
        var file = DuckDbFile.Open(folder);
        try
        {
            return new(file, library, desk, read);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The transfers, in memory where they fit.</summary>
    public async Task<ITransferStore> TransfersAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _nearest) is { } nearest)
        {
            return nearest;
        }

        await _loading.WaitAsync(cancellation);
        try
        {
            if (_nearest is { } loaded)
            {
                return loaded;
            }

            // What was read while the store changed is good for this once, and not kept.
            long changes = Interlocked.Read(ref _changes);
            bool fits = (await Store.HeadsAsync(cancellation)).Sum(head => head.Transfers) <= StoreReading.FitsMemory;
            ITransferStore read = fits ? await Store.ToMemoryAsync(cancellation) : Store;
            Volatile.Write(ref _nearest, changes == Interlocked.Read(ref _changes) ? read : null);
            return read;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Every label of the store with its past.</summary>
    public async Task<LabelHistory> HistoryAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _history) is { } known)
        {
            return known;
        }

        long changes = Interlocked.Read(ref _changes);
        var read = await Labels.HistoryAsync(cancellation);
        Volatile.Write(ref _history, changes == Interlocked.Read(ref _changes) ? read : null);
        return read;
    }

    /// <summary>What an incident is read from: the transfers of the store; where it has none, those of the incident's own folder.</summary>
    public async Task<CaseMaterial> MaterialAsync(KnownIncident incident, DateOnly? asOf, CancellationToken cancellation)
    {
        var history = await HistoryAsync(cancellation);
        var material = new CaseMaterial { IsPublishedOnly = false, Prices = Prices, StoreLabels = history.At(asOf), Lineage = history.Lineage };
        var transfers = await TransfersAsync(cancellation);
        return (await transfers.HeadsAsync(cancellation)).Count == 0
            ? material with { IsPublishedOnly = true, Transfers = await OwnTransfers.ReadAsync(incident, cancellation) }
            : material with { Transfers = transfers, Legs = await StoredCrossings.LegsAsync(Store, cancellation) };
    }

    /// <summary>Forgets what was read into memory: the store has changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _nearest, null);
        Volatile.Write(ref _history, null);
    }

    public void Dispose()
    {
        // The other two are of the same file, which the store closes.
        Store.Dispose();
        _loading.Dispose();
    }
}
