using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>What wakes somebody whatever the score says.</summary>
internal static class HardRules
{
    // Thousandths of a holding that are nearly all of it.
    private const int NearlyAll = 900;

    // A payment worth less than this part of the floor is a trifle.
    private const int Trifle = 20;

    // So many recipients are many.
    private const int Pieces = 8;
    private const int ManyTimes = 10;

    // Who got half of this before, and so often, is where the wallet is emptied to as a habit.
    private const int Comparable = 2;
    private const int Often = 3;

    /// <returns>Empty when none applies.</returns>
    public static string Of(Scene scene, Reading[] readings)
    {
        if (readings[(int)SignalKind.WithdrawalMismatch].Speaks == true && IsWorthwhile(scene))
        {
            return "the owner's withdrawal log has no entry for it";
        }

        bool isFresh = readings[(int)SignalKind.FreshRecipient].Measured >= Freshness.New;
        bool isDrained = readings[(int)SignalKind.DrainShare].Speaks == true;
        bool isBroad = readings[(int)SignalKind.Breadth].Speaks == true || readings[(int)SignalKind.Chains].Speaks == true;
        if (isFresh && isDrained && isBroad)
        {
            return "most of a holding, in several assets or on several chains, to an address without history";
        }

        if (isFresh && IsExtreme(scene))
        {
            return "more than the wallet's extreme to an address without history";
        }

        // After a drain there is business again: what is a trifle beside the floor empties nothing.
        if (!scene.StandsForMany && Trifle * scene.Step.Usd.Micros < scene.Policy.Floor.Micros && scene.Step.Unpriced.Count == 0)
        {
            return "";
        }

        if (scene.Share.Thousandths >= NearlyAll && !IsEmptiedByHabit(scene))
        {
            return "nearly all of a holding left within an hour";
        }

        if (isFresh && IsSplitAmongFresh(scene))
        {
            return "more than ever to many addresses without history within an hour";
        }

        return isFresh && IsBledToFresh(scene) ? "most of what the hot wallets held went to addresses without history within a day" : "";
    }

    /// <summary>Whether many recipients without a past, of whom none got most, were together paid more within the hour than such recipients are within any.</summary>
    public static bool IsSplitAmongFresh(Scene scene)
    {
        if (ChainRegistry.IsUtxo(scene.Step.Chain) || scene.State.Hours.Of(scene.Step.Time) is not { } hour || hour.FreshRecipients + 1 < Pieces || IsSpared(scene))
        {
            return false;
        }

        var own = scene.Main.Usd ?? UsdValue.Zero;
        var sum = hour.Fresh + own;
        var largest = own > hour.LargestFresh ? own : hour.LargestFresh;
        return 2 * largest.Micros <= sum.Micros && sum >= scene.Policy.Floor && sum > MostOfHour(scene);
    }

    // Ten times what one outflow may be worth at the beginning, or what the hours before say.
    private static UsdValue MostOfHour(Scene scene)
    {
        var usual = UsdValue.OfDollars(scene.State.Hours.ExtremeDollars ?? 0);
        var atStart = new UsdValue(ManyTimes * scene.Policy.ColdStartExtreme.Micros);
        return usual > atStart ? usual : atStart;
    }

    // A thief with the key leaves no three quarters behind.
    private static bool IsSpared(Scene scene) => scene.Share.Thousandths is { } share && 2 * share < scene.Policy.DrainShare;

    /// <summary>Whether what went to recipients without a past within a day, this payment included, is most of what the hot wallets held.</summary>
    public static bool IsBledToFresh(Scene scene)
    {
        var gone = scene.State.Hours.Fresh + (scene.Main.Usd ?? UsdValue.Zero);
        return gone >= scene.Policy.Floor
            && Held(scene) is { } held
            && 1000 * gone.Micros >= scene.Policy.DrainShare * (gone + held).Micros;
    }

    // Where nearly all recipients are new, being new tells nothing unless much of a holding is known to have left.
    private static bool IsExtreme(Scene scene)
    {
        var worth = SizeSignal.WorthOf(scene);
        bool isSpared = scene.Share.Thousandths is null ? UnknownCounterpartySignal.IsUsuallyNew(scene) : IsSpared(scene);
        return worth >= scene.Policy.Floor && worth > SizeSignal.ExtremeOf(scene) && !isSpared && !UnknownCounterpartySignal.IsKnown(scene);
    }

    // Deposit and gas wallets are there to be emptied; others may be swept to the same counterparty again and again.
    private static bool IsEmptiedByHabit(Scene scene) =>
        scene.State.PurseNames[scene.Main.Purse].Wallets.TrueForAll(wallet => wallet.Use is WalletUse.Deposit or WalletUse.Gas)
        || (scene.Habit.PaidBefore >= Often && UnknownCounterpartySignal.HasGot(scene, Comparable));

    // What the wallets that thieves with a hot key reach still hold; null when the balance that pays is not known.
    private static UsdValue? Held(Scene scene)
    {
        if (!scene.State.Purses[scene.Main.Purse].BalanceOf(scene.Main.Asset).IsKnown)
        {
            return null;
        }

        return UsdValue.Sum(scene.State.HotHoldings().Select(held => scene.Worth.Of(held.Asset, held.Units, scene.Step.Time)).OfType<UsdValue>());
    }

    // What is missing adds up over a day: many small payments that nobody ordered are one large one. Without a price nobody can say that it is a trifle.
    private static bool IsWorthwhile(Scene scene) =>
        scene.Unordered is { Count: > 0 } unordered
        && (unordered.Any(payout => payout.Usd is null) || UsdValue.Sum(scene.State.Missed.Select(missed => missed.Usd)) >= scene.Policy.Floor);
}
