namespace Spoor.Incidents.Ledger;

/// <summary>What somebody decided about entries, against or beyond what the rule of merging finds; never deleted, only followed by another.</summary>
/// <param name="Number">From 1 in order; a later one overrides.</param>
/// <param name="Kind">Whether to hold two entries for one incident, or one entry for an incident of its own.</param>
/// <param name="Entry">Id of an entry.</param>
/// <param name="With">Id of the other entry; null in a split.</param>
public sealed record MergeDecision(int Number, MergeKind Kind, string Entry, string? With, string Reason)
{
    /// <summary>Who decided.</summary>
    public string Author { get; init; } = "";

    /// <summary>The day it was written down, UTC.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>What a decision does.</summary>
public enum MergeKind
{
    /// <summary>Two entries are one incident, even of one ledger.</summary>
    Merge,

    /// <summary>An entry is an incident of its own; undoes the merges decided before it.</summary>
    Split,
}
