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

    // What calms and costs little first; what walks over the windows last, because it is rarely needed.
    private static readonly int[] Order =
    [
        .. new[]
        {
            SignalKind.WithdrawalMismatch, SignalKind.FreshRecipient, SignalKind.ControlChange, SignalKind.Size, SignalKind.DrainShare, SignalKind.UnknownCounterparty,
            SignalKind.GasTopUp, SignalKind.Breadth, SignalKind.Chains, SignalKind.ModeChange, SignalKind.Concentration,
        }.Select(kind => (int)kind),
    ];

    // By how many were looked at: the groups of which one is left, as bits.
    private static readonly int[] OpenAfter =
        [.. Enumerable.Range(0, Order.Length + 1).Select(done => Order.Skip(done).Aggregate(0, (open, i) => open | (1 << GroupOf[i])))];

    // After this many of them it is known whether a hard rule can hold.
    private static readonly int Decisive = Array.IndexOf(Order, (int)SignalKind.DrainShare) + 1;

    public static Weighing Weigh(Scene scene) => Weigh(scene, int.MinValue)!;

    /// <returns>Null as soon as no hard rule can hold and nothing that is left to look at can lift the score to <paramref name="least"/>.</returns>
    public static Weighing? Weigh(Scene scene, int least)
    {
        var readings = new Reading[Signals.Count];
        Span<int> sums = stackalloc int[Groups.Length];
        int score = SignalWeights.Builtin.Bias;
        int groups = 0;
        for (int done = 0; done < Order.Length; done++)
        {
            int i = Order[done];
            readings[i] = Signals[i].Measure(scene);
            int group = GroupOf[i];
            score += Math.Min(0, readings[i].Weight);
            sums[group] += Math.Max(0, readings[i].Weight);
            groups |= readings[i].Speaks == true ? 1 << group : 0;
            if (done + 1 >= Decisive && score + Most(sums, done + 1) < least && !CanBeHard(scene, readings))
            {
                return null;
            }
        }

        return new(scene, readings, score + Most(sums, Order.Length), System.Numerics.BitOperations.PopCount((uint)groups), HardRules.Of(scene, readings));
    }

    // What the groups give, or can still give while one of their signals is not looked at.
    private static int Most(ReadOnlySpan<int> sums, int done)
    {
        int most = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            bool isOpen = (OpenAfter[done] & (1 << i)) != 0;
            most += isOpen ? Caps[i] : Math.Min(sums[i], Caps[i]);
        }

        return most;
    }

    // Each hard rule needs a missing entry, a share that speaks, or a fresh recipient and an outflow that is large or one of many such.
    private static bool CanBeHard(Scene scene, Reading[] readings) =>
        readings[(int)SignalKind.WithdrawalMismatch].Speaks == true
        || readings[(int)SignalKind.DrainShare].Speaks == true
        || (readings[(int)SignalKind.FreshRecipient].Speaks == true && (readings[(int)SignalKind.Size].Speaks == true || HardRules.IsBledToFresh(scene) || HardRules.IsSplitAmongFresh(scene)));
}

/// <summary>The signals of one outflow, weighed.</summary>
/// <param name="Groups">How many independent groups speak.</param>
/// <param name="HardRule">Empty when none applies.</param>
internal sealed record Weighing(Scene Scene, IReadOnlyList<Reading> Readings, int Score, int Groups, string HardRule)
{
    /// <summary>More than the wallet's extreme, or most of a holding, to a fresh address: alarming where an alert is, not enough to be one.</summary>
    public bool IsSuspect =>
        Scene.Unordered is not { Count: 0 }
        && Readings[(int)SignalKind.FreshRecipient].Speaks == true
        && !UnknownCounterpartySignal.IsUsuallyNew(Scene)
        && SizeSignal.WorthOf(Scene) is var worth && worth >= Scene.Policy.Floor
        && (worth > SizeSignal.ExtremeOf(Scene) || Readings[(int)SignalKind.DrainShare].Speaks == true);

    /// <summary>In words, those that speak first.</summary>
    public IReadOnlyList<Signal> Tell() =>
    [
        .. Scale.Signals.Select((signal, i) => signal.Tell(Scene, Readings[i]))
            .OrderByDescending(signal => signal.Speaks == true).ThenByDescending(signal => signal.Weight).ThenBy(signal => signal.Kind),
    ];

    public IReadOnlyList<string> Unchecked() =>
        [.. Scale.Signals.Select((signal, i) => (signal, reading: Readings[i])).Where(pair => pair.reading.Speaks is null).Select(pair => pair.signal.Tell(Scene, pair.reading).Words)];
}
