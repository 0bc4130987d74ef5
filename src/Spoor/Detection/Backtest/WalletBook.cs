using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>What a watched wallet, or the purse of several, held and sent so far, as far as its opening balances are stated.</summary>
internal sealed class WalletBook(IEnumerable<WatchedWallet> wallets)
{
    // Long enough for a habit, short enough to follow it.
    private const int MostEarlier = 512;

    private readonly Dictionary<AssetId, Amount?> _held = wallets.SelectMany(wallet => wallet.Opening).GroupBy(opening => opening.Key)
        .ToDictionary(asset => asset.Key, asset => (Amount?)asset.Aggregate(Amount.Zero, (sum, opening) => sum + opening.Value));

    private readonly List<UsdValue> _earlier = [];

    /// <summary>Null where it is not known.</summary>
    public Amount? HeldOf(AssetId asset) => _held.GetValueOrDefault(asset);

    public void Receive(AssetId asset, Amount amount)
    {
        if (HeldOf(asset) is { } known)
        {
            _held[asset] = known + amount;
        }
    }

    public void Spend(AssetId asset, Amount amount)
    {
        if (HeldOf(asset) is { } known)
        {
            // A balance below zero shows that a movement is missing: from then on it is unknown.
            _held[asset] = amount > known ? null : known - amount;
        }
    }

    /// <summary>Enters a payment to somebody else.</summary>
    /// <param name="held">What was there of the asset before it.</param>
    public Outflow Pay(Transfer transfer, Amount amount, UsdValue? worth, Amount? held, TimeSpan? seen)
    {
        var outflow = new Outflow(transfer, amount, worth, held, [.. _earlier], seen);
        if (worth is { } usd)
        {
            _earlier.Add(usd);
            _earlier.RemoveRange(0, Math.Max(0, _earlier.Count - MostEarlier));
        }

        return outflow;
    }
}
