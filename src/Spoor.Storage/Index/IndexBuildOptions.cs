using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>What the building of an index may use.</summary>
/// <param name="Memory">Bytes for addresses, edges and slots; the engine and the buffers need about 1 GiB besides.</param>
/// <param name="Workers">Threads.</param>
public sealed record IndexBuildOptions(long Memory, int Workers)
{
    public const long DefaultMemory = 2L << 30;

    public static IndexBuildOptions Default { get; } = new(DefaultMemory, Math.Max(1, Environment.ProcessorCount));

    /// <summary>Rows put in order together.</summary>
    internal long RowsAtOnce { get; init; } = 250_000;

    /// <summary>Rows after which a build notes how far it has come.</summary>
    internal long RowsBetweenNotes { get; init; } = 4_000_000;

    /// <summary>Which tokens the list names; another one only to see what an index does that was built with it.</summary>
    internal Func<AssetId, bool> IsListed { get; init; } = CredibleMovement.IsListed;
}
