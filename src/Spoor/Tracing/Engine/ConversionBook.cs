using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What the addresses of a run exchanged, read from their histories the first time it is asked for.</summary>
internal sealed class ConversionBook(RunContext run)
{
    private readonly ExchangeReading _reading = new(run);
    private readonly Dictionary<(ChainId, Address, TxHash), Conversion?> _ofAddresses = [];
    private readonly Dictionary<(ChainId, TxHash), Conversion?> _forOthers = [];

    /// <summary>The exchange of which a movement is a part at this address; null for a plain payment.</summary>
    public Conversion? Of(Transfer row, Address address)
    {
        if (!run.Request.FollowSwaps || !MayExchange(row.Chain) || !ExchangeReading.IsMovement(row) || run.Exits.Brings(row))
        {
            return null;
        }

        // Whoever moved one asset exchanged nothing for himself, but may have bought for another.
        bool single = !run.Crossings.LeaveFrom(row.Chain) && run.Histories.AssetsOf(row.Chain, address).Count < 2;
        var conversion = single ? ForAnother(row) : OfAddress(row, address);
        return conversion is not null && conversion.Covers(address, row.Asset) ? conversion : null;
    }

    private bool MayExchange(ChainId chain) => run.Histories.MovedSeveralAssets(chain) || run.Crossings.LeaveFrom(chain);

    private Conversion? OfAddress(Transfer row, Address address)
    {
        var key = (row.Chain, address, row.Tx);
        if (!_ofAddresses.TryGetValue(key, out var conversion))
        {
            var rows = _reading.MovementsOf(run.Histories.Of(row.Chain, address, row.Tx));
            _ofAddresses[key] = conversion = IsApart(row) ? null : _reading.Read(address, rows, () => ForAnother(row));
        }

        return conversion;
    }

    // In the transaction of the theft itself every movement is a payment.
    private bool IsApart(Transfer row) => run.Claims.ClaimsIn(row.Chain, row.Tx);

    private Conversion? ForAnother(Transfer row)
    {
        var key = (row.Chain, row.Tx);
        if (!_forOthers.TryGetValue(key, out var conversion))
        {
            var rows = run.Histories.TransactionOf(row.Chain, row.Tx);
            bool may = rows.Count >= 3 && rows.Any(one => one.Asset != row.Asset) && !IsApart(row);
            _forOthers[key] = conversion = may ? _reading.ReadForAnother(_reading.MovementsOf(rows)) : null;
        }

        return conversion;
    }
}
