using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>One step of the way from a theft to where value rests.</summary>
public sealed record ChronologyStep
{
    public required StepKind Kind { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required TxHash Tx { get; init; }

    /// <summary>Null where it has no address.</summary>
    public required Address? From { get; init; }

    public required Address? To { get; init; }

    /// <summary>What arrived, and on which chain.</summary>
    public required AssetId Asset { get; init; }

    /// <summary>All that the payment moved.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The part of it that comes from the theft by the rule of the trace.</summary>
    public required Amount Tainted { get; init; }

    /// <summary>What was given for it, where it was exchanged or carried over a bridge; with its chain and transaction.</summary>
    public (AssetId Asset, Amount Amount, TxHash Tx)? Given { get; init; }

    /// <summary>The bridge; empty where there was none.</summary>
    public string Bridge { get; init; } = "";
}

/// <summary>What happened in a step.</summary>
public enum StepKind
{
    /// <summary>What the trace begins with: it came to the thief.</summary>
    Start,

    Payment,

    Exchange,

    Bridge,
}
