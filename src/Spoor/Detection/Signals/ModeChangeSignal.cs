using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>S9: not how this wallet sends.</summary>
internal sealed class ModeChangeSignal : ISignal
{
    private const int ShapedFrom = 20;
    private const int WholeShare = 995;
    private const long DearGas = 4_000;
    private const int RareBatch = 50;
    private const int Descending = 3;

    private static readonly int Sign = SignalWeights.Builtin.Of("manner-sign");

    public SignalKind Kind => SignalKind.ModeChange;

    public Reading Measure(Scene scene)
    {
        int signs = SignsOf(scene).Count();
        return new(signs > 0, signs * Sign, signs);
    }

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = reading.Measured == 0 ? "nothing unusual seen" : string.Join("; ", SignsOf(scene)),
        Threshold = "one sign",
        Speaks = reading.Speaks,
        Words = reading.Speaks == true ? "It was not sent the way this wallet sends." : "It was sent the way this wallet sends, as far as that is known.",
        Evidence = [scene.Step.Tx],
    };

    private static IEnumerable<string> SignsOf(Scene scene)
    {
        var manner = scene.State.Purses[scene.Main.Purse].Manner;
        bool isKnownSender = manner.Sent >= ShapedFrom && scene.Step is { Sent: not null, SentByOwner: true };
        if (isKnownSender && !manner.Selectors.Contains(scene.Step.Sent!.Selector ?? 0))
        {
            yield return $"a call that it never made before ({scene.Step.Sent.Selector ?? 0:x8})";
        }

        if (scene.Habit.GasRatio >= DearGas)
        {
            yield return $"gas paid at {scene.Habit.GasRatio / 1000m:0.#} times its usual price";
        }

        if (scene.Habit.LikeBatch < RareBatch)
        {
            yield return $"{Words.Count(scene.Step.Payouts.Count, "payment", "payments")} in one transaction, which it rarely does";
        }

        if (scene.Habit.AtThisHour == 0)
        {
            yield return "at a time of day when it never sent";
        }

        if (IsWhole(scene))
        {
            yield return "the whole balance to the last unit";
        }

        if (IsDescending(scene))
        {
            yield return "asset after asset in descending order of worth";
        }
    }

    // Of a chain's own coin the fee stays behind or goes first, so a transfer of nearly all is no sign there.
    private static bool IsWhole(Scene scene) =>
        scene.Share.Thousandths >= WholeShare && scene.State.Purses[scene.Main.Purse].BalanceOf(scene.Share.Asset) is { IsKnown: true, Units.IsZero: true };

    private static bool IsDescending(Scene scene)
    {
        List<(AssetId Asset, BigInteger Micros)> order = [];
        foreach (var (_, payout) in scene.Paid(Scene.LongWindow))
        {
            if (order.TrueForAll(seen => seen.Asset != payout.Asset))
            {
                order.Add((payout.Asset, (payout.Usd ?? UsdValue.Zero).Micros));
            }
        }

        bool falls = order.Zip(order.Skip(1), (first, second) => first.Micros >= second.Micros).All(isFalling => isFalling);
        return order.Count >= Descending && falls;
    }
}
