using Spoor.Transfers;

namespace Spoor.Storage.Index.Building;

/// <summary>What a build may use, and where it leaves what it needs for a while.</summary>
internal sealed record BuildPlan(string Folder, string StoreFile, long Memory, int Workers, ulong Seed)
{
    /// <summary>Of the memory, so that at least this part is free for edges and slots.</summary>
    private const int Part = 4;

    internal required Func<AssetId, bool> IsListed { get; init; }

    /// <summary>Of all chains.</summary>
    internal required long Rows { get; init; }

    internal string Scratch(string name) => Path.Combine(Folder, name);

    /// <param name="bytes">Of the addresses that were read of a chain by now; those to come may need more.</param>
    /// <exception cref="StorageException">They need more memory than the build may use.</exception>
    internal void HoldTo(long bytes)
    {
        if (bytes > Memory - (Memory / Part))
        {
            long least = MebibytesOver(((bytes * Part) + Part - 2) / (Part - 1));
            throw new StorageException(
                StoreFile,
                $"of the {Memory >> 20} MiB that the build may use, three quarters are for the addresses of one chain; those read by now take {MebibytesOver(bytes)} MiB",
                $"Say --memory {least} at least: MiB, and more if there are many addresses to come.");
        }
    }

    private static long MebibytesOver(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
