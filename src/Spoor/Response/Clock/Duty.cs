namespace Spoor.Response.Clock;

/// <summary>Something that must be done by a time.</summary>
/// <param name="Due">With relief; null while what it counts from has not happened.</param>
/// <param name="Done">When it was done; null while it was not.</param>
/// <param name="Rule">Which limit decided, and whether a day off moved it.</param>
public sealed record Duty(string Name, DateTimeOffset? Due, DateTimeOffset? Done, string Rule)
{
    /// <summary>Whether the rules say "without undue delay" and no number: it is due at once, and never counts as late.</summary>
    public bool IsWithoutLimit { get; init; }

    /// <summary>How it stands at a moment.</summary>
    public DutyState At(DateTimeOffset now) =>
        Done is { } done ? !IsWithoutLimit && Due is { } due && done > due ? DutyState.Late : DutyState.Done
        : Due is not { } open ? DutyState.Waiting
        : now > open && !IsWithoutLimit ? DutyState.Overdue
        : DutyState.Due;
}

/// <summary>How a duty stands.</summary>
public enum DutyState
{
    /// <summary>Done in time.</summary>
    Done,

    /// <summary>Done, after its time.</summary>
    Late,

    Due,

    Overdue,

    /// <summary>What it counts from has not happened.</summary>
    Waiting,
}
