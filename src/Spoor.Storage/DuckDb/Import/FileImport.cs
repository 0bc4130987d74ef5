using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Brings the transfers of one file into a store: all of them or, when a row is faulty, none.</summary>
/// <remarks>
/// The engine parses, checks and converts on all cores in one pass; only when that pass meets a fault does a second, slow
/// one look for its line. <c>docs/transfers.md</c> says what is counted how.
/// </remarks>
public sealed class FileImport(DuckDbFile store)
{
    // A file without a good row is refused as surely as one with a bad one, and need not be held in memory whole for it.
    private const int EnoughToRefuse = 10_000;

    /// <exception cref="BadRowsException">A row is faulty; the store is as before.</exception>
    /// <exception cref="DamagedFileException">The file cannot be read to its end; the store is as before.</exception>
    /// <exception cref="StorageException">The store refused.</exception>
    public async Task<ImportReport> RunAsync(
        FileMapping mapping, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        // Beside the reading of the rows, so that the file passes through the system's cache once.
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var digest = Task.Run(() => new PackedFile(mapping.File.Path).Digest(reading.Token), cancellation);
        try
        {
            return await ImportAsync(mapping, options, digest, progress, cancellation);
        }
        finally
        {
            await reading.CancelAsync();
            await ((Task)digest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ImportReport> ImportAsync(
        FileMapping mapping, ImportOptions options, Task<string> digest, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (mapping.Columns.Count == 0)
        {
            return Report(mapping, await digest, new(new Dictionary<int, long>()));
        }

        var (report, faults) = await store.RunAwaitingAsync(
            connection => ImportAsync(connection, mapping, options, digest, progress, cancellation), cancellation);
        if (faults.Count == 0)
        {
            return report;
        }

        string rejects = options.RejectsFile ?? mapping.File.Path + ".rejects.csv";
        await RejectsFile.WriteAsync(rejects, faults, cancellation);
        return report with { RejectsFile = rejects };
    }

    private async Task<(ImportReport Report, IReadOnlyList<ImportFault> Faults)> ImportAsync(
        DuckDBConnection connection, FileMapping mapping, ImportOptions options, Task<string> digest,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        ImportFunctions.Register(connection);
        try
        {
            using var watch = new ImportWatch(connection, progress);
            if (await AttemptAsync(connection, mapping, FileSource.OfFile(mapping), digest, 0, watch, cancellation) is { } report)
            {
                return (report, []);
            }

            return await ImportGoodRowsAsync(connection, mapping, options, digest, watch, cancellation);
        }
        finally
        {
            Forget(connection);
        }
    }

    private async Task<(ImportReport Report, IReadOnlyList<ImportFault> Faults)> ImportGoodRowsAsync(
        DuckDBConnection connection, FileMapping mapping, ImportOptions options, Task<string> digest,
        ImportWatch watch, CancellationToken cancellation)
    {
        var search = new FaultSearch(connection, mapping, options.OnBadRow == OnBadRow.Stop ? EnoughToRefuse : int.MaxValue);
        var faults = search.Run(cancellation);
        if (faults.Count == 0)
        {
            throw new DamagedFileException(
                mapping.File.Name, "the engine cannot read it, though no row is faulty", "Please report the file's format and first rows.");
        }

        if (options.OnBadRow == OnBadRow.Stop)
        {
            throw new BadRowsException(mapping.File.Name, [.. faults.Take(BadRowsException.Listed)], faults.Count);
        }

        var report = await AttemptAsync(connection, mapping, search.GoodRows, digest, faults.Count, watch, cancellation)
            ?? throw new DamagedFileException(
                mapping.File.Name, "the engine cannot read the rows that seem good", "Please report the file's format and first rows.");
        return (report, faults);
    }

    /// <returns>Null when a row is faulty; the store is then as before.</returns>
    private async Task<ImportReport?> AttemptAsync(
        DuckDBConnection connection, FileMapping mapping, string source, Task<string> digest, long bad,
        ImportWatch watch, CancellationToken cancellation)
    {
        var stage = new StageSql(mapping);
        bool isStraight = StraightImport.IsOpen(connection, mapping, stage);
        // Before the transaction: what one and the same transaction wrote, the engine reads back with one thread only.
        var counts = isStraight ? null : UnlessFaulty(() => StagedImport.Read(connection, stage, source));
        // Around the transaction, since one that failed takes no more settings.
        using var anyOrder = isStraight ? new AnyRowOrder(connection) : null;
        using var transaction = connection.BeginTransaction();
        counts = isStraight ? UnlessFaulty(() => StraightImport.Read(connection, stage, source)) : counts;
        // Throws for a damaged file, whose last row is broken but not at fault.
        string sha256 = await digest;
        if (counts is null || counts[StageSql.Faulty] > 0)
        {
            return null;
        }

        watch.AllRead(counts.Total);
        // What is refused is listed in the order of the file.
        anyOrder?.Dispose();
        var report = Report(mapping, sha256, counts) with
        {
            Rows = counts.Total + bad,
            Bad = bad,
            Refusals = RefusedRows.Read(connection, stage, source, counts[StageSql.TooLarge]),
        };
        report = isStraight ? StraightImport.Settle(connection, mapping, report) : StagedImport.Settle(connection, mapping, report);
        ImportRecord.Write(connection, report);
        TellIndex(report);
        cancellation.ThrowIfCancellationRequested();
        transaction.Commit();
        return report;
    }

    // Before the transaction ends: an index that is gone for nothing is only built again.
    private void TellIndex(ImportReport report)
    {
        if (report.Corrected > 0)
        {
            store.Index.Drop($"{report.File} corrects {report.Corrected} transfers that it may have");
        }

        store.Index.Changed();
    }

    // A conversion that fails is a fault in a row as much as a check that does not hold.
    private static RowCounts? UnlessFaulty(Func<RowCounts> read)
    {
        try
        {
            return read();
        }
        catch (DuckDBException failure) when (failure.ErrorType is DuckDB.NET.Native.DuckDBErrorType.Conversion
            or DuckDB.NET.Native.DuckDBErrorType.InvalidInput or DuckDB.NET.Native.DuckDBErrorType.OutOfRange)
        {
            return null;
        }
    }

    private static ImportReport Report(FileMapping mapping, string sha256, RowCounts counts) => new()
    {
        File = mapping.File.Name,
        Sha256 = sha256,
        Format = mapping.Format,
        Chain = mapping.Chain,
        Rows = counts.Total,
        Moved = counts[StageSql.Moves],
        Skipped = counts.Skipped(mapping),
        Refused = counts[StageSql.TooLarge],
        Refusals = [],
        Bad = 0,
        RejectsFile = null,
        Added = 0,
        Known = 0,
        Rounded = 0,
    };

    /// <summary>Temporary tables outlive a transaction; a million rows should not stay in memory until the next import.</summary>
    private static void Forget(DuckDBConnection connection)
    {
        foreach (string table in (ReadOnlySpan<string>)
            ["import_rows", "import_staged", "import_places", "import_repeats", "import_occurrences", "import_known", "import_lines", "import_faulty"])
        {
            connection.Execute($"DROP TABLE IF EXISTS temp.main.{table}");
        }
    }
}
