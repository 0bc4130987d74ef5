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
    /// <exception cref="BadRowsException">A row is faulty; the store is as before.</exception>
    /// <exception cref="DamagedFileException">The file cannot be read to its end; the store is as before.</exception>
    /// <exception cref="StorageException">The store refused.</exception>
    public async Task<ImportReport> RunAsync(
        FileMapping mapping, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        // Worked out where it is needed: once the rows have been read, so that the file is in the system's cache.
        var digest = new Lazy<string>(() => new PackedFile(mapping.File.Path).Digest(cancellation));
        if (mapping.Columns.Count == 0)
        {
            return Report(mapping, digest.Value, new(new Dictionary<int, long>()));
        }

        var (report, faults) = await store.RunAsync(connection => Import(connection, mapping, options, digest, progress, cancellation), cancellation);
        if (faults.Count == 0)
        {
            return report;
        }

        string rejects = options.RejectsFile ?? mapping.File.Path + ".rejects.csv";
        await RejectsFile.WriteAsync(rejects, faults, cancellation);
        return report with { RejectsFile = rejects };
    }

    private static (ImportReport Report, IReadOnlyList<ImportFault> Faults) Import(
        DuckDBConnection connection, FileMapping mapping, ImportOptions options, Lazy<string> digest,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        ImportFunctions.Register(connection);
        try
        {
            using var watch = new ImportWatch(connection, progress);
            if (Attempt(connection, mapping, FileSource.OfFile(mapping), digest, 0, watch, cancellation) is { } report)
            {
                return (report, []);
            }

            return ImportGoodRows(connection, mapping, options, digest, watch, cancellation);
        }
        finally
        {
            Forget(connection);
        }
    }

    private static (ImportReport Report, IReadOnlyList<ImportFault> Faults) ImportGoodRows(
        DuckDBConnection connection, FileMapping mapping, ImportOptions options, Lazy<string> digest,
        ImportWatch watch, CancellationToken cancellation)
    {
        var search = new FaultSearch(connection, mapping);
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

        var report = Attempt(connection, mapping, search.GoodRows, digest, faults.Count, watch, cancellation)
            ?? throw new DamagedFileException(
                mapping.File.Name, "the engine cannot read the rows that seem good", "Please report the file's format and first rows.");
        return (report, faults);
    }

    /// <returns>Null when a row is faulty; the store is then as before.</returns>
    private static ImportReport? Attempt(
        DuckDBConnection connection, FileMapping mapping, string source, Lazy<string> digest, long bad,
        ImportWatch watch, CancellationToken cancellation)
    {
        using var transaction = connection.BeginTransaction();
        var stage = new StageSql(mapping);
        var counts = TryStage(connection, stage, source) ? RowCounts.Of(connection, stage.RowsTable) : null;
        // Throws for a damaged file, whose last row is broken but not at fault.
        string sha256 = digest.Value;
        if (counts is null || counts[StageSql.Faulty] > 0)
        {
            return null;
        }

        watch.AllRead(counts.Total);
        var report = Settle(connection, mapping, Report(mapping, sha256, counts) with
        {
            Rows = counts.Total + bad,
            Bad = bad,
            Refusals = RefusedRows.Read(connection, stage, source, counts[StageSql.TooLarge]),
        });
        ImportRecord.Write(connection, report);
        cancellation.ThrowIfCancellationRequested();
        transaction.Commit();
        return report;
    }

    // A conversion that fails is a fault in a row as much as a check that does not hold.
    private static bool TryStage(DuckDBConnection connection, StageSql stage, string source)
    {
        try
        {
            foreach (string statement in stage.Statements(source))
            {
                connection.Execute(statement);
            }

            return true;
        }
        catch (DuckDBException failure) when (failure.ErrorType is DuckDB.NET.Native.DuckDBErrorType.Conversion
            or DuckDB.NET.Native.DuckDBErrorType.InvalidInput or DuckDB.NET.Native.DuckDBErrorType.OutOfRange)
        {
            return false;
        }
    }

    private static ImportReport Settle(DuckDBConnection connection, FileMapping mapping, ImportReport report)
    {
        if (mapping.Order == StatedOrder.Block)
        {
            StagedBlocks.Arrange(connection);
        }

        StagedOutputs.Fill(connection);
        var range = StagedRange.Of(connection);
        if (range.IsHeld)
        {
            StagedPlaces.Adopt(connection, range, mapping.Order);
        }

        bool hasRepeats = StagedIdentity.CountRepeats(connection, mapping.Order) > 0;
        StagedIdentity.Compare(connection, range);
        long added = StagedIdentity.Insert(connection, hasRepeats, range.IsHeld);
        if (range.IsHeld)
        {
            StagedPlaces.Correct(connection, range, mapping.Order);
        }

        return report with { Added = added, Known = range.Transfers - added, Rounded = range.Rounded };
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
