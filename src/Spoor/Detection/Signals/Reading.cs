namespace Spoor.Detection.Signals;

/// <summary>What a signal measured, before anybody asked for words.</summary>
/// <param name="Speaks">Null when it could not be measured.</param>
/// <param name="Weight">Thousandths of a log-odds unit.</param>
/// <param name="Measured">The figure, in the signal's own unit.</param>
internal readonly record struct Reading(bool? Speaks, int Weight, long Measured = 0)
{
    public static readonly Reading Unknown = new(null, 0);

    public static readonly Reading Silent = new(false, 0);
}

/// <summary>One thing that is looked at; words are made only for what is told.</summary>
internal interface ISignal
{
    SignalKind Kind { get; }

    Reading Measure(Scene scene);

    /// <summary>The reading in words.</summary>
    Signal Tell(Scene scene, Reading reading);
}
