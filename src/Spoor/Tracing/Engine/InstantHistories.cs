using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Histories of transfers that are at hand: read as the run asks for them.</summary>
internal sealed class InstantHistories(IInstantTransfers transfers, TraceRequest request) : IHistories
{
    private readonly Orientation _orientation = new(request.Direction);
    private readonly Dictionary<(ChainId, Address), History> _histories = [];
    private readonly Dictionary<(ChainId, Address), string?> _busy = [];

    public Transfer[] Of(Holding holding) => HistoryOf(holding.Chain, holding.Address).Of(holding.Asset);

    public IReadOnlyList<AssetId> AssetsOf(ChainId chain, Address address) => HistoryOf(chain, address).Assets;

    public IReadOnlyList<Transfer> Of(ChainId chain, Address address, TxHash tx) => HistoryOf(chain, address).Of(tx);

    public bool MovedSeveralAssets(ChainId chain) => transfers.MovedSeveralAssets(chain);

    public IEnumerable<AssetId> Refused => _histories.Values.SelectMany(history => history.Refused);

    public bool IsBusy(ChainId chain, Address address) => WhyBusy(chain, address) is not null;

    public string? WhyBusy(ChainId chain, Address address)
    {
        if (!_busy.TryGetValue((chain, address), out string? why))
        {
            why = transfers.ActivityOf(chain, address) is { } activity ? request.Stops.WhyBusy(activity) : null;
            _busy[(chain, address)] = why;
        }

        return why;
    }

    public IReadOnlyList<Transfer> TransactionOf(ChainId chain, TxHash tx) => transfers.TransactionOf(chain, tx);

    public IReadOnlyList<Transfer> NextOf(ChainId chain, Outpoint output) =>
        _orientation.Forward ? transfers.SpendOf(chain, output) : transfers.TransactionOf(chain, output.Tx);

    private History HistoryOf(ChainId chain, Address address)
    {
        if (!_histories.TryGetValue((chain, address), out var history))
        {
            _histories[(chain, address)] = history = new(_orientation, transfers.TransfersOf(chain, address));
        }

        return history;
    }
}
