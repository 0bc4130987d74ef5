using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>What a movement was worth in dollars; null where no price is at hand, which is never taken for nothing.</summary>
public sealed class TransferWorth(PriceBook prices)
{
    private readonly Dictionary<(AssetId Asset, DateTimeOffset At), decimal?> _quoted = [];

    public UsdValue? Of(Transfer transfer)
    {
        if (!TokenList.Builtin.TryGet(transfer.Asset, out var token))
        {
            return null;
        }

        var key = (transfer.Asset, transfer.Time);
        if (!_quoted.TryGetValue(key, out decimal? price))
        {
            price = prices.Quote(NamedAsset.Of(transfer.Asset), new(transfer.Time, false)).Price?.Usd;
            _quoted[key] = price;
        }

        return price is { } usd ? UsdValue.Of(Coins.Of(transfer.Amount, token.Decimals), usd) : null;
    }

    /// <summary>The sum of what has a price.</summary>
    public UsdValue Sum(IEnumerable<Transfer> transfers) => UsdValue.Sum(transfers.Select(Of).OfType<UsdValue>());
}
