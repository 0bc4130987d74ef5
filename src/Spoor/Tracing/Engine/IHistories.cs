using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The transfers a run needs; what is not at hand is noted as wanted, and the run goes on without it.</summary>
internal interface IHistories
{
    /// <summary>A holding's transfers in the order of the trace; empty while they are not at hand.</summary>
    Transfer[] Of(Holding holding);

    /// <summary>All assets that an address has moved, in order; empty while its history is not at hand.</summary>
    IReadOnlyList<AssetId> AssetsOf(ChainId chain, Address address);

    /// <summary>An address's transfers in one transaction, of all assets; empty while they are not at hand.</summary>
    IReadOnlyList<Transfer> Of(ChainId chain, Address address, TxHash tx);

    /// <summary>Whether more than one asset moved on a chain, as far as is known.</summary>
    bool MovedSeveralAssets(ChainId chain);

    /// <summary>Assets left out because more of them moved than can be honest.</summary>
    IEnumerable<AssetId> Refused { get; }

    /// <summary>Whether an address is too busy to follow; false while that is not known.</summary>
    bool IsBusy(ChainId chain, Address address);

    /// <summary>What makes it so busy, in words; null when it is not, or while that is not known.</summary>
    string? WhyBusy(ChainId chain, Address address);

    /// <summary>All rows of a transaction; empty while they are not at hand.</summary>
    IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash tx);

    /// <summary>All rows of the transaction that takes an output on; empty while it is not at hand, or never was.</summary>
    IReadOnlyList<Transfer> NextOf(ChainId chain, Outpoint output);
}
