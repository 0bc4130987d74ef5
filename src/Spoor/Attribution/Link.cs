using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution;

/// <summary>Something two incidents share, the way to it on both sides, and what was done to refute it.</summary>
public sealed record Link
{
    public required LinkKind Kind { get; init; }

    /// <summary>What they share: a key, a deposit address, a funder, a collector, a counterparty.</summary>
    public required LabelSubject Pivot { get; init; }

    /// <summary>On the side of the incident asked about.</summary>
    public required LinkPath Here { get; init; }

    /// <summary>On the side of the other incident.</summary>
    public required LinkPath There { get; init; }

    /// <summary>The row of the likelihood table that says how much it weighs: <c>same-key-listed</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Every check that could have refuted it, in a fixed order.</summary>
    public required IReadOnlyList<CounterCheck> Checks { get; init; }

    /// <summary>The transactions it rests on, on both sides, in order; links that share one are not independent.</summary>
    public required IReadOnlyList<(ChainId Chain, TxHash Tx)> Transactions { get; init; }

    /// <summary>The first day on which both sides were published; null when one never was.</summary>
    public required DateOnly? Known { get; init; }

    /// <summary>Whether no check failed; only then does it count, and only above the threshold is it claimed.</summary>
    public bool Stands => Checks.All(check => check.Outcome != CheckOutcome.Failed);
}

/// <summary>What kind of thing two incidents share.</summary>
public enum LinkKind
{
    /// <summary>The same key: one address on EVM chains, or the body of a Tron address.</summary>
    SameKey,

    /// <summary>Value went from one thief's addresses to the other's.</summary>
    Flow,

    /// <summary>Both deposited at the same address of an exchange.</summary>
    SharedDeposit,

    /// <summary>The first coins of both came from one funder (H-FUND).</summary>
    CommonFunder,

    /// <summary>Both gathered at one collector (H-SWEEP).</summary>
    CommonCollector,

    /// <summary>Both dealt with one address that is no service.</summary>
    CommonCounterparty,
}

/// <summary>The way from an incident to what it shares with another.</summary>
/// <param name="Case">The id of the incident.</param>
/// <param name="Start">A member of it.</param>
/// <param name="Steps">The transfers from it (or to it) to the pivot, in order; empty when the member is the pivot.</param>
/// <param name="Sources">Keys of the sources that name the member.</param>
public sealed record LinkPath(string Case, CaseMember Start, IReadOnlyList<Transfer> Steps, IReadOnlyList<string> Sources);

/// <summary>One attempt to refute a link.</summary>
/// <param name="Name">As its method page is called: <c>service</c>, <c>dust</c>.</param>
/// <param name="Reason">What was found, in a sentence.</param>
public sealed record CounterCheck(string Name, CheckOutcome Outcome, string Reason);

/// <summary>How an attempt to refute a link ended.</summary>
public enum CheckOutcome
{
    /// <summary>The innocent explanation was looked for and is excluded.</summary>
    Passed,

    /// <summary>The innocent explanation holds: the link is not claimed.</summary>
    Failed,

    /// <summary>There are no data to tell.</summary>
    NotChecked,
}
