namespace Spoor.Transfers;

/// <summary>Transfers at rest, and the set-wise reads that every algorithm of Spoor is built on.</summary>
/// <remarks>
/// A frontier of addresses goes in, their transfers come out in position order; the loop of a trace lives in
/// <c>Tracing/</c>, never in a store. Memory, DuckDB and ClickHouse run the same contract tests.
/// </remarks>
public interface ITransferStore
{
    /// <summary>Adds a block's transfers; those already held (same <see cref="Transfer.Key"/>) are left alone.</summary>
    /// <returns>How many were new.</returns>
    Task<long> AppendAsync(Block block, CancellationToken cancellation);

    /// <summary>Removes everything on a chain above a height, as a reorganisation asks.</summary>
    /// <returns>How many were removed.</returns>
    Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation);

    /// <summary>What is held, chain by chain, in order of chain.</summary>
    Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation);

    /// <summary>All transfers from or to any of the addresses on one chain, in position order.</summary>
    Task<IReadOnlyList<Transfer>> TransfersOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation);

    /// <summary>How busy each address of the frontier is; an address without transfers is absent.</summary>
    Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation);

    /// <summary>What each address had done before a block, in the chain's own coin and the given tokens; an address without a past is absent.</summary>
    /// <param name="tokens">Tokens that count: anybody can make one whose log names an address that never heard of it.</param>
    /// <remarks>Movements of nothing do not count, because anybody can cause them, too.</remarks>
    Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation);

    /// <summary>All transfers of the given transactions, in position order.</summary>
    Task<IReadOnlyList<Transfer>> TransactionsAsync(
        ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation);

    /// <summary>All transfers of the transactions that spend any of the outputs, in position order (UTXO chains).</summary>
    Task<IReadOnlyList<Transfer>> SpendsOfAsync(
        ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation);

    /// <summary>All that is held now, to be read without waiting; null where the store can only be asked in batches.</summary>
    /// <remarks>A read of it may throw <see cref="AtHandLostException"/>; see <see cref="AtHand"/>.</remarks>
    Task<IInstantTransfers?> AtHandAsync(CancellationToken cancellation) => Task.FromResult(this as IInstantTransfers);

    /// <summary>Tells the store that what it gave by <see cref="AtHandAsync"/> failed; it gives it no more.</summary>
    Task LoseAsync(AtHandLostException lost, CancellationToken cancellation) => Task.FromException(lost);
}

/// <summary>What a store holds of one chain.</summary>
/// <param name="Lowest">Lowest block with a transfer.</param>
/// <param name="Highest">Highest block with a transfer.</param>
public sealed record ChainHead(ChainId Chain, long Lowest, long Highest, long Transfers, DateTimeOffset First, DateTimeOffset Last);

/// <summary>What an address had done by some block.</summary>
/// <param name="Movements">Movements it took part in; one to itself is one.</param>
/// <param name="First">Time of the first of them that states one; null when none does.</param>
public readonly record struct Past(long Movements, DateTimeOffset? First);

/// <summary>How busy an address is: what the stop rules ask before its history is read.</summary>
/// <param name="Transfers">Movements it takes part in.</param>
/// <param name="Counterparties">Distinct addresses on the other side of movements that are <see cref="Credible"/>.</param>
/// <param name="First">Time of its first movement.</param>
/// <param name="Last">Time of its last movement.</param>
public readonly record struct Activity(long Transfers, long Counterparties, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>
    /// Movements that nobody else can have caused for the price of an event: of the chain's coin, and of more than nothing of a token that the
    /// built-in list names. Of every token where the data have nothing else of the chain.
    /// </summary>
    public long Credible { get; init; }

    /// <summary>Transactions in which it paid the chain's coin, or a fee: a token can be made to name anybody as a sender, these cannot.</summary>
    public long Payments { get; init; }

    /// <summary>Days (UTC) on which it did.</summary>
    public long Days { get; init; }

    /// <summary>Hours of the day (UTC), of 24, in which it did.</summary>
    public int Hours { get; init; }
}
