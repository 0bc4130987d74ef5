using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>S10: the recipient is neither the owner's nor known to it.</summary>
internal sealed class UnknownCounterpartySignal : ISignal
{
    // A wallet that nearly always pays new recipients says little by paying another; what is never tempered away is half.
    private const int Whole = 1000;
    private const int LeastLeft = 500;
    private const int MostlyNew = 500;

    // So many times the extreme is far past it.
    private const int Far = 10;

    // So many times its largest payment and more, and who got it before is no calming counterparty.
    private const int Unlike = 10;

    private static readonly int Unknown = SignalWeights.Builtin.Of("unknown-counterparty");
    private static readonly int Known = SignalWeights.Builtin.Of("known-counterparty");

    public SignalKind Kind => SignalKind.UnknownCounterparty;

    /// <summary>Paid before, comparable sums, and not only within the last day: a test payment must not make a thief a counterparty.</summary>
    public static bool IsKnown(Scene scene) => HasGot(scene, Unlike) && !IsRecent(scene);

    /// <summary>Whether the recipient once got at least a given part of what it gets now; where nothing has a price, whether it was paid at all.</summary>
    public static bool HasGot(Scene scene, int part) =>
        scene.Habit is { IsKnown: true, LargestPaid: var largest } && (scene.ToRecipient.IsZero || UsdValue.OfDollars(part * (largest ?? 0)) >= scene.ToRecipient);

    public Reading Measure(Scene scene)
    {
        if (scene.Main.To is null)
        {
            return Reading.Unknown;
        }

        return IsKnown(scene)
            ? new(false, Known, scene.Habit.PaidBefore)
            : new(true, Tempered(scene, Unknown));
    }

    /// <summary>A weight that rests on the recipient being new, less the more often this wallet pays new recipients anyway, by half at most.</summary>
    public static int Tempered(Scene scene, int weight) =>
        MayBeHabit(scene) ? weight * Math.Max(LeastLeft, Whole - (scene.Habit.NewRecipients ?? 0)) / Whole : weight;

    /// <summary>Whether this wallet pays so much to new recipients most of the time, as a bridge does.</summary>
    public static bool IsUsuallyNew(Scene scene) => scene.Habit.NewRecipients >= MostlyNew && MayBeHabit(scene);

    // A habit of paying strangers explains a payment, not a drain: not where much of a holding left, or where nobody can say how
    // much and it is far past the extreme. So a watch that knows nobody yet is not blind to what matters.
    private static bool MayBeHabit(Scene scene) => scene.Share.Thousandths is { } share
        ? share < scene.Policy.DrainShare
        : SizeSignal.WorthOf(scene).Micros <= Far * SizeSignal.ExtremeOf(scene).Micros;

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = reading.Speaks switch
        {
            null => "the recipient has no address",
            false => $"paid {Words.Count(reading.Measured, "time", "times")} before",
            true when scene.Habit is { IsKnown: true, LargestPaid: { } largest } => $"paid {Words.Count(scene.Habit.PaidBefore, "time", "times")} before, at most about {Words.Usd(UsdValue.OfDollars(largest))}",
            true => $"never paid before by this wallet{(scene.Habit.NewRecipients is { } share ? $", {Words.Share(share)} of whose payments go to new recipients" : "")}",
        },
        Threshold = "not paid before, first paid within 24 hours, or never a tenth of this",
        Speaks = reading.Speaks,
        Words = reading.Speaks switch
        {
            null => "Who got it cannot be named.",
            false => "A counterparty of old.",
            true => "The owner is not known to have dealt with this recipient in such sums.",
        },
        Evidence = [scene.Step.Tx],
    };

    private static bool IsRecent(Scene scene) => scene.State.Met(scene.Main.To) is not null;
}
