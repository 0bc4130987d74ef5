using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>Puts the signals of an outflow on one scale, and knows the rules that hold whatever the scale says.</summary>
/// <remarks>Weights of one group add up to the group's cap at most: what is said twice counts once. Calming weights are not capped.</remarks>
internal static class Scale
{
    /// <summary>Critical needs so many independent groups to speak, unless a hard rule does.</summary>
    public const int Independent = 3;

    /// <summary>In the order of their numbers.</summary>
    public static readonly IReadOnlyList<ISignal> Signals =
    [
        new WithdrawalMismatchSignal(), new SizeSignal(), new DrainShareSignal(), new FreshRecipientSignal(), new ConcentrationSignal(), new BreadthSignal(),
        new ChainsSignal(), new GasTopUpSignal(), new ControlChangeSignal(), new ModeChangeSignal(), new UnknownCounterpartySignal(),
    ];

    private static readonly string[] Groups = [.. SignalWeights.Builtin.Caps.Keys.Order(StringComparer.Ordinal)];
    private static readonly int[] Caps = [.. Groups.Select(group => SignalWeights.Builtin.Caps[group])];
    private static readonly int[] GroupOf = [.. Signals.Select(signal => Array.IndexOf(Groups, SignalWeights.GroupOf(signal.Kind)))];

    public static Weighing Weigh(Scene scene)
    {
        var readings = new Reading[Signals.Count];
        Span<int> sums = stackalloc int[Groups.Length];
        int calming = 0;
        int groups = 0;
        for (int i = 0; i < readings.Length; i++)
        {
            readings[i] = Signals[i].Measure(scene);
            int group = GroupOf[i];
            calming += Math.Min(0, readings[i].Weight);
            sums[group] += Math.Max(0, readings[i].Weight);
            groups |= readings[i].Speaks == true ? 1 << group : 0;
        }

        int score = SignalWeights.Builtin.Bias + calming;
        for (int i = 0; i < sums.Length; i++)
        {
            score += Math.Min(sums[i], Caps[i]);
        }

        return new(scene, readings, score, System.Numerics.BitOperations.PopCount((uint)groups), HardRuleOf(scene, readings));
    }

    private static string HardRuleOf(Scene scene, Reading[] readings)
    {
        bool isFresh = readings[(int)SignalKind.FreshRecipient].Measured >= Freshness.New;
        bool isDrained = readings[(int)SignalKind.DrainShare].Speaks == true;
        bool isBroad = readings[(int)SignalKind.Breadth].Speaks == true || readings[(int)SignalKind.Chains].Speaks == true;
        var worth = SizeSignal.WorthOf(scene);
        bool isExtreme = worth >= scene.Policy.Floor && worth > SizeSignal.ExtremeOf(scene) && !UnknownCounterpartySignal.IsKnown(scene);
        if (readings[(int)SignalKind.WithdrawalMismatch].Speaks == true && IsWorthwhile(scene))
        {
            return "the owner's withdrawal log has no entry for it";
        }

        if (isFresh && isDrained && isBroad)
        {
            return "most of a holding, in several assets or on several chains, to an address without history";
        }

        // Where nearly all recipients are new, being new tells nothing; and a thief with the key leaves no three quarters behind.
        bool isSpared = 2 * scene.Share.Thousandths < scene.Policy.DrainShare;
        return isFresh && isExtreme && !isSpared && !UnknownCounterpartySignal.IsUsuallyNew(scene) ? "more than the wallet's extreme to an address without history" : "";
    }

    // Without a price nobody can say that it is a trifle.
    private static bool IsWorthwhile(Scene scene) =>
        scene.Unordered is { } unordered
        && (unordered.Any(payout => payout.Usd is null) || UsdValue.Sum(unordered.Select(payout => payout.Usd).OfType<UsdValue>()) >= scene.Policy.Floor);
}

/// <summary>The signals of one outflow, weighed.</summary>
/// <param name="Groups">How many independent groups speak.</param>
/// <param name="HardRule">Empty when none applies.</param>
internal sealed record Weighing(Scene Scene, IReadOnlyList<Reading> Readings, int Score, int Groups, string HardRule)
{
    /// <summary>In words, those that speak first.</summary>
    public IReadOnlyList<Signal> Tell() =>
    [
        .. Scale.Signals.Select((signal, i) => signal.Tell(Scene, Readings[i]))
            .OrderByDescending(signal => signal.Speaks == true).ThenByDescending(signal => signal.Weight).ThenBy(signal => signal.Kind),
    ];

    public IReadOnlyList<string> Unchecked() =>
        [.. Scale.Signals.Select((signal, i) => (signal, reading: Readings[i])).Where(pair => pair.reading.Speaks is null).Select(pair => pair.signal.Tell(Scene, pair.reading).Words)];
}
