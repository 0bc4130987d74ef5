namespace Spoor.Tracing.Mixers;

/// <summary>What decides which hypotheses are made; the pages of <c>docs/methods</c> say what speaks for each default.</summary>
public sealed record MixerParameters
{
    /// <summary>T3, T6, T7: how long a series of deposits or of withdrawals may take.</summary>
    public TimeSpan Series { get; init; } = TimeSpan.FromDays(7);

    /// <summary>T6, T7: how long after the last deposit of a series its withdrawals may go on.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromDays(30);

    /// <summary>T4: ordinary transfers between depositor and recipient, from which on they count as linked.</summary>
    public int MinOrdinary { get; init; } = 3;

    /// <summary>T6, T7: notes from which on a series is told from chance.</summary>
    public int MinNotes { get; init; } = 3;

    /// <summary>T6: how many of the notes of a source must come out again, in per cent.</summary>
    public int MinReturnedPercent { get; init; } = 80;

    /// <summary>T6, T7: recipients that one person may use for a series.</summary>
    public int MaxRecipients { get; init; } = 12;

    /// <summary>An address with more partners outside the pools is taken for a service and ties nobody to anybody.</summary>
    public int MaxPartners { get; init; } = 50;

    /// <summary>No hypothesis below this is told, in millionths.</summary>
    public long MinProbabilityPerMillion { get; init; } = 10_000;
}
