namespace Spoor.Tracing.Terminals;

/// <summary>What decides a class, besides labels and transfers.</summary>
public sealed record TerminalRules
{
    /// <summary>Value that has not moved for so long before the end of its chain's data is dormant.</summary>
    public TimeSpan Dormant { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Whether somebody chose the transfers, so that a payment out that they lack says nothing: then nothing is told to be held.</summary>
    public bool AreTransfersChosen { get; init; }

    /// <summary>The history of so many places is read, those with most value first; the others are classed by what the trace saw.</summary>
    public int MaxHistories { get; init; } = 500;

    /// <summary>A history of more movements than this is not read.</summary>
    public long MaxTransfers { get; init; } = 10_000;
}
