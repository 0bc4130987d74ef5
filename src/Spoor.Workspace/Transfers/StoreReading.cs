using System.Runtime.CompilerServices;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;

namespace Spoor.Workspace.Transfers;

/// <summary>A store of transfers as verbs read it that ask many small questions.</summary>
public static class StoreReading
{
    // So many fit into memory with room to spare, and a search that reads as it goes takes seconds instead of minutes.
    public const long FitsMemory = 2_000_000;

    // Fifty megabytes or so.
    private const long Part = 200_000;

    /// <exception cref="StorageException">There is no store in the folder.</exception>
    public static DuckDbTransferStore OpenExisting(DataFolder folder) => File.Exists(folder.StoreFile)
        ? DuckDbTransferStore.Open(folder)
        : throw new StorageException(folder.StoreFile, "there is no store here", "Import transfers first (spoor import FILE…), or leave --data out.");

    /// <summary>All transfers of the store in memory, in order of chain.</summary>
    public static async Task<MemoryTransferStore> ToMemoryAsync(this DuckDbTransferStore store, CancellationToken cancellation)
    {
        var transfers = new List<Transfer>();
        foreach (var head in await store.HeadsAsync(cancellation))
        {
            transfers.AddRange(await store.AllAsync(head.Chain, cancellation));
        }

        return MemoryTransferStore.Load(transfers);
    }

    /// <summary>The transfers in memory where they fit, and the store is closed; else the store.</summary>
    public static async Task<ITransferStore> NearestAsync(this DuckDbTransferStore store, CancellationToken cancellation)
    {
        if ((await store.HeadsAsync(cancellation)).Sum(head => head.Transfers) > FitsMemory)
        {
            return store;
        }

        using (store)
        {
            return await store.ToMemoryAsync(cancellation);
        }
    }

    /// <summary>All transfers of a chain in position order, some at a time, so that no more of them than that need be held.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Transfer>> PartsAsync(this ITransferArchive store, ChainId chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long first = 0;
        long held = 0;
        foreach (var (height, transfers) in await store.HeightsAsync(chain, cancellation))
        {
            if (held > 0 && held + transfers > Part)
            {
                yield return await store.BetweenAsync(chain, first, height - 1, cancellation);
                held = 0;
            }

            first = held == 0 ? height : first;
            held += transfers;
        }

        if (held > 0)
        {
            yield return await store.BetweenAsync(chain, first, long.MaxValue, cancellation);
        }
    }
}
