using System.Numerics;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>S1: worth more than this wallet usually sends, or at cold start more than the policy's figure.</summary>
internal sealed class SizeSignal : ISignal
{
    // In thousandths: six robust standard deviations.
    private const int LargeZ = 6_000;

    // An outflow so many times the extreme is no tail any more.
    private const int HugeFactor = 10;

    private static readonly int Huge = SignalWeights.Builtin.Of("size-huge");
    private static readonly int Extreme = SignalWeights.Builtin.Of("size-extreme");
    private static readonly int Large = SignalWeights.Builtin.Of("size-large");
    private static readonly int Shift = SignalWeights.Builtin.Of("size-shift");
    private static readonly int Usual = SignalWeights.Builtin.Of("size-usual");

    public SignalKind Kind => SignalKind.Size;

    /// <summary>What the size is measured on, see <see cref="Scene.Size"/>.</summary>
    public static UsdValue WorthOf(Scene scene) => scene.Size;

    /// <summary>The wallet's own extreme; before there is a tail to fit, the policy's figure, or more where median and spread say so.</summary>
    public static UsdValue ExtremeOf(Scene scene) => scene.Habit.Extreme ?? Likely(scene.Habit.LikelyExtremeDollars, scene.Policy.ColdStartExtreme);

    public Reading Measure(Scene scene)
    {
        var worth = WorthOf(scene);
        if (worth.IsZero)
        {
            return Reading.Unknown;
        }

        if (worth > ExtremeOf(scene))
        {
            return new(true, WeightOf(worth, ExtremeOf(scene)));
        }

        var habit = scene.Habit;
        if (habit.RobustZ is not { } z)
        {
            return Reading.Silent;
        }

        // Pieces that are each of usual size calm nobody when together they are most of what there was.
        bool isDrained = scene.Share.Thousandths >= scene.Policy.DrainShare;
        bool alarms = habit.Alarms is { } charts && charts != 0;
        return z >= LargeZ ? new(true, Large, z) : alarms ? new(true, Shift, z) : new(false, z < 3_000 && !isDrained ? Usual : 0, z);
    }

    // A spread that twenty outflows show is soon made wide by somebody; so it lifts the figure no further than where a size is huge.
    private static UsdValue Likely(long? dollars, UsdValue atStart) =>
        dollars is { } known && UsdValue.OfDollars(known) is var likely && likely > atStart ? new(BigInteger.Min(likely.Micros, HugeFactor * atStart.Micros)) : atStart;

    // From the extreme to ten times as much the weight grows in whole multiples, evenly.
    private static int WeightOf(UsdValue worth, UsdValue extreme)
    {
        int times = extreme.IsZero ? HugeFactor : (int)BigInteger.Min(HugeFactor, worth.Micros / extreme.Micros);
        return Extreme + ((Huge - Extreme) * (times - 1) / (HugeFactor - 1));
    }

    public Signal Tell(Scene scene, Reading reading)
    {
        var worth = WorthOf(scene);
        var habit = scene.Habit;
        bool isCold = habit.Extreme is null;
        string usual = habit.Usual is { } known ? $"usual at this hour: {Words.Usd(known)}" : $"{Words.Count(habit.Priced, "outflow", "outflows")} seen before, too few for a usual size";
        return new()
        {
            Kind = Kind,
            Weight = reading.Weight,
            Value = reading.Speaks is null ? "no price" : $"{Words.Usd(worth)} ({usual})",
            Threshold = isCold ? $"{Words.Usd(ExtremeOf(scene))} until the wallet has a history of its own" : $"{Words.Usd(ExtremeOf(scene))}, which 1 outflow in 100,000 exceeds",
            Speaks = reading.Speaks,
            Words = reading.Speaks switch
            {
                null => "What left has no price, so its size could not be compared.",
                true => "Far more than this wallet usually sends.",
                false => "No larger than this wallet's outflows usually are, as far as they are known.",
            },
            Evidence = [scene.Step.Tx],
        };
    }
}
