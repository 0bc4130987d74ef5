using DuckDB.NET.Data;
using Spoor.Storage.Index;
using Spoor.Storage.Index.Building;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>The adjacency index beside the log: reads go through it where there is one, and it is built and looked at here.</content>
public sealed partial class DuckDbTransferStore
{
    private IndexMerge? _merge;

    /// <summary>Builds the index anew in the background; asked for by whoever has the turn on the connection.</summary>
    internal IndexMerge Merge => _merge ??= new(cancellation => BuildIndexAsync(IndexBuildOptions.Default with { Workers = 1 }, null, cancellation));

    /// <summary>Is told when an index is dropped, and why.</summary>
    public Action<string>? IndexTalk
    {
        get => file.Index.Talk;
        set => file.Index.Talk = value;
    }

    public async Task<IInstantTransfers?> AtHandAsync(CancellationToken cancellation) => await IndexedAsync(cancellation);

    public Task LoseAsync(AtHandLostException lost, CancellationToken cancellation) => file.RunAsync(
        _ =>
        {
            file.Index.Drop(lost.Message);
            return true;
        },
        cancellation);

    /// <summary>Builds the index anew; until it is whole the old one is used.</summary>
    /// <exception cref="StorageException">The store is in memory, or the build needs more memory than it may use.</exception>
    /// <remarks>The store answers and grows meanwhile; what is added then comes after the new index. A build that is cancelled or killed goes on the next time.</remarks>
    public async Task<IndexReport> BuildIndexAsync(IndexBuildOptions options, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        await file.Building.WaitAsync(cancellation);
        try
        {
            return await BuildAsync(options, progress, cancellation);
        }
        finally
        {
            file.Building.Release();
        }
    }

    /// <summary>The index as it lies there; null when there is none that fits.</summary>
    public Task<IndexReport?> IndexStatusAsync(CancellationToken cancellation) => file.RunAsync(ReportOf, cancellation);

    /// <summary>Holds every page of the index to its checksum; a wrong one drops it.</summary>
    /// <returns>The index; null when there is none, or none any more.</returns>
    public Task<IndexReport?> VerifyIndexAsync(CancellationToken cancellation) => file.RunAsync(
        connection =>
        {
            try
            {
                file.Index.Open(connection)?.Verify(null, cancellation);
            }
            catch (IndexDamagedException damage)
            {
                file.Index.Drop(damage.Message);
            }

            return ReportOf(connection);
        },
        cancellation);

    private Task<IndexedTransfers?> IndexedAsync(CancellationToken cancellation) => file.RunAsync(file.Index.Take, cancellation);

    /// <summary>Answers through the index where there is one that holds, else by a statement.</summary>
    private async Task<T> AnswerAsync<T>(Func<IndexedTransfers, Task<T>> indexed, Func<DuckDBConnection, T> statement, CancellationToken cancellation)
    {
        if (await IndexedAsync(cancellation) is { } transfers)
        {
            try
            {
                return await indexed(transfers);
            }
            catch (IndexDamagedException damage)
            {
                await LoseAsync(damage, cancellation);
            }
        }

        return await file.RunAsync(statement, cancellation);
    }

    private async Task<IndexReport> BuildAsync(IndexBuildOptions options, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var place = file.IndexPlace ?? throw new StorageException(file.Path, "a store in memory has no index", "Name a folder with --data.");
        long generation = await file.RunAsync(connection => (file.Index.Open(connection)?.Catalog.Generation ?? 0) + 1, cancellation);
        bool goesOn = false;
        try
        {
            await file.RunBesideAsync(
                connection => new IndexBuild(connection, file.Path, options, place, file.OpenBeside) { Talk = IndexTalk }.RunAsync(generation, progress, cancellation),
                cancellation);
            return await file.RunAsync(connection => PutInPlace(connection, place), cancellation);
        }
        catch (OperationCanceledException)
        {
            goesOn = true;
            throw;
        }
        finally
        {
            if (!goesOn)
            {
                place.ClearScratch();
            }
        }
    }

    private IndexReport PutInPlace(DuckDBConnection connection, IndexPlace place)
    {
        place.Swap();
        file.Index.Renew();
        return ReportOf(connection) ?? throw new StorageException(
            file.Path, "transfers were taken away while the index was built, which so does not fit", "Build it again: spoor index build.");
    }

    private void Grown(DuckDBConnection connection, long added)
    {
        file.Index.Changed();
        Merge.Added(added, file.Index.Open(connection), index => IndexKeeper.TailOf(connection, index));
    }

    private IndexReport? ReportOf(DuckDBConnection connection) => file.Index.Open(connection) is { } index
        ? new(
            file.IndexPlace!.File,
            index.Catalog.Generation,
            index.Bytes,
            index.Catalog.Prefix.Rows,
            IndexKeeper.TailOf(connection, index),
            [.. index.Catalog.Chains.Select(chain => new IndexedChain(chain.Chain, chain.Transfers, chain.Addresses))])
        : null;
}
