namespace Spoor.Detection.Signals;

/// <summary>S10: the recipient is neither the owner's nor known to it.</summary>
internal sealed class UnknownCounterpartySignal : ISignal
{
    // A wallet that nearly always pays new recipients says nothing by paying another.
    private const int Whole = 1000;
    private const int MostlyNew = 500;

    private static readonly int Unknown = SignalWeights.Builtin.Of("unknown-counterparty");
    private static readonly int Known = SignalWeights.Builtin.Of("known-counterparty");

    public SignalKind Kind => SignalKind.UnknownCounterparty;

    /// <summary>Paid before, and not only within the last day: a test payment must not make a thief a counterparty.</summary>
    public static bool IsKnown(Scene scene) => scene.Habit.IsKnown && !IsRecent(scene);

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

    /// <summary>A weight that rests on the recipient being new, less the more often this wallet pays new recipients anyway.</summary>
    public static int Tempered(Scene scene, int weight) => weight * (Whole - (scene.Habit.NewRecipients ?? 0)) / Whole;

    /// <summary>Whether most payments of this wallet go to recipients it never paid before, as those of a bridge do.</summary>
    public static bool IsUsuallyNew(Scene scene) => scene.Habit.NewRecipients >= MostlyNew;

    public Signal Tell(Scene scene, Reading reading) => new()
    {
        Kind = Kind,
        Weight = reading.Weight,
        Value = reading.Speaks switch
        {
            null => "the recipient has no address",
            false => $"paid {Words.Count(reading.Measured, "time", "times")} before",
            true => $"never paid before by this wallet{(scene.Habit.NewRecipients is { } share ? $", {Words.Share(share)} of whose payments go to new recipients" : "")}",
        },
        Threshold = "not paid before, or first paid within 24 hours",
        Speaks = reading.Speaks,
        Words = reading.Speaks switch
        {
            null => "Who got it cannot be named.",
            false => "A counterparty of old.",
            true => "The owner is not known to have dealt with this recipient.",
        },
        Evidence = [scene.Step.Tx],
    };

    private static bool IsRecent(Scene scene) => scene.State.Met(scene.Main.To) is not null;
}
