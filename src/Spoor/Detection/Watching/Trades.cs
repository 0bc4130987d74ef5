using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Tells a trade from a theft that throws something worthless back.</summary>
internal static class Trades
{
    /// <summary>Whether a swap may be believed.</summary>
    /// <remarks>
    /// What comes back is worth what a price of yesterday says. So it must be something that the owner says it holds, come from where the
    /// wallet always traded, or from somebody with a past in a transaction that nobody else sent.
    /// </remarks>
    public static bool IsTrade(OwnerState state, OwnerStep step, WatchedOwner owner, AssetWorth worth)
    {
        if (step.Receipts.All(receipt => worth.IsStated(receipt.Asset)))
        {
            return true;
        }

        var main = new Scene(step, owner, state, worth).Main;
        bool isKnown = main.To is { } to && state.Met(to) is null && state.Purses[main.Purse].Habit.Knows(to);
        return isKnown || (step.SentByOwner != false && Newcomers.FreshnessOf(state, step, main.To).Grade is null or 0);
    }

    /// <summary>The swap as an outflow, for all that it took.</summary>
    public static OwnerStep Whole(OwnerStep swap) => swap with
    {
        Usd = UsdValue.Sum(swap.Payouts.Select(payout => payout.Usd).OfType<UsdValue>()),
        Receipts = [],
        IsSwap = false,
        Calm = null,
    };
}
