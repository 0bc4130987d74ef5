using Spoor.Transfers;

namespace Spoor.Storage;

/// <summary>A store of transfers that outlives the process: what verbs open, and what can be copied whole.</summary>
public interface ITransferArchive : ITransferStore, IChainFollower, IBridgeLegs, IDisposable
{
    /// <summary>Where it is, as messages name it.</summary>
    string Place { get; }

    /// <summary>What is held and how large it is.</summary>
    Task<StoreStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>Holds a node to the chain that the store was synchronised from before, and remembers it the first time.</summary>
    /// <exception cref="StorageException">The store is of another chain with the same name.</exception>
    Task HoldToGenesisAsync(ChainId chain, TxHash genesis, CancellationToken cancellation);

    /// <summary>The first block of the chain that the store was synchronised from; null where it was not.</summary>
    Task<TxHash?> GenesisAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>How many transfers there are at each height that has any, from the lowest on.</summary>
    Task<IReadOnlyList<HeightCount>> HeightsAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>All transfers of a range of heights, in position order.</summary>
    Task<IReadOnlyList<Transfer>> BetweenAsync(ChainId chain, long first, long last, CancellationToken cancellation);

    /// <summary>All transfers of a chain, in position order.</summary>
    Task<IReadOnlyList<Transfer>> AllAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The blocks of a range of heights that were read from a node, from the lowest on, without what they moved.</summary>
    Task<IReadOnlyList<Block>> BlocksAsync(ChainId chain, long first, long last, CancellationToken cancellation);

    /// <summary>Adds transfers of one chain in bulk, those left out that are held at the same heights.</summary>
    /// <returns>How many were new.</returns>
    Task<long> AppendManyAsync(ChainId chain, IReadOnlyList<Transfer> transfers, CancellationToken cancellation);

    /// <summary>The files that were imported, in order.</summary>
    Task<IReadOnlyList<ImportedFile>> ImportsAsync(CancellationToken cancellation);

    /// <summary>The formats of the files that were imported, by name.</summary>
    Task<IReadOnlyList<string>> ImportedFormatsAsync(CancellationToken cancellation);

    /// <summary>Writes down that files were imported, each once however often it is told.</summary>
    Task RecordImportsAsync(IReadOnlyList<ImportedFile> files, CancellationToken cancellation);
}

/// <summary>How many transfers a height has.</summary>
public readonly record struct HeightCount(long Height, long Transfers);

/// <summary>A file that transfers came from; the counts are those of the table <c>imports</c>, from <c>rows</c> on.</summary>
public sealed record ImportedFile(string File, string Sha256, string Format, string Chain, IReadOnlyList<long> Counts);
