using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Histories of transfers that are at hand.</summary>
internal sealed class InstantRankingHistories(IInstantTransfers transfers, RankingRequest request) : IRankingHistories
{
    private readonly bool _asksActivity = request.Stops.AsksActivity;

    public IReadOnlyList<Transfer> Of(Address address) => transfers.TransfersOf(request.Chain, address);

    public IReadOnlyList<Transfer> TransactionOf(TxHash transaction) => transfers.TransactionOf(request.Chain, transaction);

    public bool IsEnd(Address address) =>
        request.IsKnownEnd(address)
        || (_asksActivity && transfers.ActivityOf(request.Chain, address) is { } activity && request.Stops.IsBusy(activity));
}
