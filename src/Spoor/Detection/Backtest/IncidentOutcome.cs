using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>What a watch made of one theft.</summary>
public sealed record IncidentOutcome
{
    public required TheftTruth Truth { get; init; }

    /// <summary>The first movement to the thieves; null when the transfers at hand hold none.</summary>
    public required ReplayPlace? First { get; init; }

    /// <summary>Transactions of the theft in the transfers at hand.</summary>
    public required int TheftTransactions { get; init; }

    /// <summary>Worth of all that left for the thieves, as far as it has a price.</summary>
    public required UsdValue Stolen { get; init; }

    /// <summary>Movements of the theft that have no price.</summary>
    public required int Unpriced { get; init; }

    /// <summary>The first alert that rests on a transaction of the theft; null when there was none.</summary>
    public required FirstAlert? Alert { get; init; }

    /// <summary>Why there was no alert; empty where there was one.</summary>
    public string Missed { get; init; } = "";

    /// <summary>How long before the victim said it in public the alert stood; null where either is not known.</summary>
    public TimeSpan? BeforeStatement => Truth.PublicStatement - Alert?.At.Time;
}

/// <summary>A transaction's place in a replay.</summary>
/// <param name="Order">Which block of the replay, over all chains.</param>
public sealed record ReplayPlace(ChainId Chain, long Height, int Order, int Transaction, DateTimeOffset Time, TxHash Tx);

/// <summary>The moment at which a theft was noticed, and what that left to save.</summary>
public sealed record FirstAlert
{
    public required ReplayPlace At { get; init; }

    /// <summary>1 when it rests on the first transaction of the theft, 2 on the second.</summary>
    public required int TheftTransaction { get; init; }

    /// <summary>Transactions of the theft in blocks before the one that was alerted: those of one block come all at once.</summary>
    public required int InEarlierBlocks { get; init; }

    /// <summary>As <see cref="TheftTransaction"/>, counting from the one with which the theft reached the owner's floor; 0 when the alert came before that.</summary>
    public required int AfterFloor { get; init; }

    /// <summary>Null where the blocks are not those of the chain, or the alert stands on another one.</summary>
    public required long? Blocks { get; init; }

    public required TimeSpan Delay { get; init; }

    /// <summary>What was said then.</summary>
    public required AlertNotice Notice { get; init; }

    /// <summary>Worth of what had gone by the end of the block that was alerted.</summary>
    public required UsdValue Lost { get; init; }

    /// <summary>Worth of what was still taken after it.</summary>
    public required UsdValue StillThere { get; init; }
}
