namespace Spoor.Transfers;

/// <summary>Transfers that are at hand without waiting (memory, a mapped index), so that a trace can read as it goes.</summary>
public interface IInstantTransfers
{
    /// <summary>An address's transfers on a chain in position order; empty when there are none.</summary>
    IReadOnlyList<Transfer> TransfersOf(ChainId chain, Address address);

    /// <summary>How busy an address is; null when it has no transfers.</summary>
    Activity? ActivityOf(ChainId chain, Address address);

    /// <summary>Whether more than one asset moved on a chain; where one did, nothing was exchanged.</summary>
    bool MovedSeveralAssets(ChainId chain);

    /// <summary>All transfers of a transaction, in position order; empty when it is not held.</summary>
    IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash transaction);

    /// <summary>All transfers of the transaction that spends an output, in position order; empty while it is unspent.</summary>
    IReadOnlyList<Transfer> SpendOf(ChainId chain, Outpoint output);

    /// <summary>The payments of a chain by numbers, as they are now; null where only transfers tell them.</summary>
    IPaymentGraph? PaymentsOf(ChainId chain) => null;
}
