using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>What a watched wallet held and sent so far, as far as its opening balances are stated.</summary>
internal sealed class WalletBook(WatchedWallet wallet)
{
    // Long enough for a habit, short enough to follow it.
    private const int MostEarlier = 512;

    private readonly Dictionary<AssetId, Amount?> _held = wallet.Opening.ToDictionary(opening => opening.Key, opening => (Amount?)opening.Value);
    private readonly List<UsdValue> _earlier = [];

    /// <summary>Enters a movement of the wallet.</summary>
    /// <returns>It as an outflow, when it is one that leaves the owner.</returns>
    public Outflow? Enter(Transfer transfer, bool leavesOwner, UsdValue? worth)
    {
        var held = _held.GetValueOrDefault(transfer.Asset);
        bool isOut = transfer.From == wallet.Address;
        if (held is { } known)
        {
            // A balance below zero shows that a movement is missing: from then on it is unknown.
            _held[transfer.Asset] = !isOut ? known + transfer.Amount : transfer.Amount > known ? null : known - transfer.Amount;
        }

        if (!isOut || !leavesOwner)
        {
            return null;
        }

        var outflow = new Outflow(transfer, worth, held, [.. _earlier]);
        if (worth is { } usd)
        {
            _earlier.Add(usd);
            _earlier.RemoveRange(0, Math.Max(0, _earlier.Count - MostEarlier));
        }

        return outflow;
    }
}
