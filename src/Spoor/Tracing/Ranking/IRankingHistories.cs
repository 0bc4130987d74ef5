using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The transfers a ranking needs; what is not at hand is noted as wanted.</summary>
internal interface IRankingHistories
{
    /// <summary>An address's transfers in position order; null while they are not at hand.</summary>
    IReadOnlyList<Transfer>? Of(Address address);

    /// <summary>All rows of a UTXO transaction of an address whose transfers are at hand.</summary>
    IReadOnlyList<Transfer> TransactionOf(TxHash transaction);

    /// <summary>Whether what reaches an address is held there; false while that is not known.</summary>
    bool IsEnd(Address address);
}
