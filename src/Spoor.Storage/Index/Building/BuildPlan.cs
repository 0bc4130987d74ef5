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

    /// <exception cref="StorageException">The addresses of a chain need more memory than the build may use.</exception>
    internal void HoldTo(long bytes)
    {
        if (bytes > Memory - (Memory / Part))
        {
            throw new StorageException(
                StoreFile, $"the addresses of a chain take more than {bytes >> 20} MiB, the build may use {Memory >> 20} MiB in all", "Allow it more with --memory.");
        }
    }
}
