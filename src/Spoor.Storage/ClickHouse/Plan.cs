using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>What a batch is to bring; all of it is seen at once.</summary>
internal sealed record Plan(ChainId Chain)
{
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<BridgeLeg> Legs { get; init; } = [];

    public IReadOnlyList<ImportedFile> Imports { get; init; } = [];

    /// <summary>How many files were told of before: they are numbered.</summary>
    public int ImportsBefore { get; init; }

    public TxHash? Genesis { get; init; }

    public long? Finalized { get; init; }

    /// <summary>Heights to take back: above the first, up to the second.</summary>
    public (long Above, long Top)? Rewind { get; init; }

    public bool IsEmpty => Transfers.Count == 0 && Blocks.Count == 0 && Legs.Count == 0 && Imports.Count == 0 && Genesis is null && Finalized is null && Rewind is null;
}
