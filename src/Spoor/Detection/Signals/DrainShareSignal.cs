using System.Numerics;
using Spoor.Detection.Owners;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>S2: share of a holding that left within an hour.</summary>
internal sealed class DrainShareSignal : ISignal
{
    private const int All = 900;
    private const int Little = 100;

    private static readonly int AllWeight = SignalWeights.Builtin.Of("share-all");
    private static readonly int MostWeight = SignalWeights.Builtin.Of("share-most");
    private static readonly int LittleWeight = SignalWeights.Builtin.Of("share-little");

    public SignalKind Kind => SignalKind.DrainShare;

    /// <summary>The largest share over the assets of the outflow, of what was there before the window and came during it.</summary>
    /// <remarks>An asset whose outflow is worth less than the policy's floor does not count: emptying a trifle is no drain.</remarks>
    public static (int? Thousandths, AssetId Asset, BigInteger Out, BigInteger Before) Largest(Scene scene)
    {
        (int? Thousandths, AssetId Asset, BigInteger Out, BigInteger Before) largest = (null, scene.Main.Asset, 0, 0);
        var payouts = scene.Step.Payouts;
        foreach (var (purse, asset) in payouts.Count == 1 ? [(payouts[0].Purse, payouts[0].Asset)] : payouts.Select(payout => (payout.Purse, payout.Asset)).Distinct())
        {
            var balance = scene.State.Purses[purse].BalanceOf(asset);
            if (!balance.IsKnown)
            {
                continue;
            }

            var (units, isTrifle) = Gone(scene, purse, asset);
            int share = isTrifle || units.IsZero ? -1 : ShareOf(units, balance);
            if (share > (largest.Thousandths ?? -1))
            {
                largest = (share, asset, units, units + balance.Units);
            }
        }

        return largest;
    }

    public Reading Measure(Scene scene) => scene.Share.Thousandths switch
    {
        null => Reading.Unknown,
        >= All and var share => new(true, AllWeight, share),
        { } share when share >= scene.Policy.DrainShare => new(true, MostWeight, share),
        < Little and var share => new(false, LittleWeight, share),
        { } share => new(false, 0, share),
    };

    public Signal Tell(Scene scene, Reading reading)
    {
        var share = scene.Share;
        string before = scene.Worth.Show(share.Asset, share.Before);
        return new()
        {
            Kind = Kind,
            Weight = reading.Weight,
            Value = reading.Speaks is null ? Unmeasured(scene) : $"{Words.Share(reading.Measured)} of {before}",
            Threshold = Words.Share(scene.Policy.DrainShare),
            Speaks = reading.Speaks,
            Words = reading.Speaks switch
            {
                null => "How much of the holding left could not be measured.",
                true => $"Most of the {scene.Worth.Name(share.Asset)} left within an hour.",
                false => "Most of the holding is still there.",
            },
            Evidence = [.. scene.Within(Scene.LongWindow).ToArray().Where(outflow => outflow.Payouts.Any(payout => payout.Asset == share.Asset)).Select(outflow => outflow.Tx).TakeLast(16)],
        };
    }

    private static (BigInteger Units, bool IsTrifle) Gone(Scene scene, int purse, AssetId asset)
    {
        var units = BigInteger.Zero;
        var worth = UsdValue.Zero;
        bool isPriced = true;
        foreach (var outflow in scene.Within(Scene.LongWindow))
        {
            foreach (var payout in outflow.Payouts)
            {
                if (payout.Purse == purse && payout.Asset == asset)
                {
                    units += payout.Units;
                    worth += payout.Usd ?? UsdValue.Zero;
                    isPriced &= payout.Usd is not null;
                }
            }
        }

        foreach (var older in scene.State.Outflows.Older)
        {
            if (older.Purse == purse && older.Asset == asset && scene.Step.Time - older.Minute <= Scene.LongWindow)
            {
                units += older.Units;
                worth += older.Usd;
                isPriced &= older.IsPriced;
            }
        }

        return (units, isPriced && worth < scene.Policy.Floor);
    }

    private static int ShareOf(BigInteger units, Balance balance) => (int)(1000 * units / (units + balance.Units));

    private static string Unmeasured(Scene scene)
    {
        var known = scene.State.Purses[scene.Main.Purse].BalanceOf(scene.Main.Asset);
        return known.IsKnown
            ? "what left is worth less than the floor"
            : $"the balance before is not known; at least {scene.Worth.Show(scene.Main.Asset, known.Units)} is left";
    }
}
