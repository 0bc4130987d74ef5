using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>A block, or an entry of a withdrawal log, as it arrived: what can be taken back, and told again.</summary>
internal sealed class JournalEntry
{
    /// <summary>By which it was valued when it arrived.</summary>
    public required PriceBook Prices { get; init; }

    /// <summary>Null for an entry of a withdrawal log, which is never taken back.</summary>
    public BlockPlace? Place { get; init; }

    public IReadOnlyList<OwnerStep> Steps { get; init; } = [];

    public (int Owner, Withdrawal Withdrawal)? Ordered { get; init; }

    /// <summary>The owners whose state it changed, also where only time passed.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>What was told because of it, as it was before it got its numbers.</summary>
    public List<(int Owner, AlertNotice Notice)> Told { get; } = [];
}

/// <summary>Where a block stands and when.</summary>
internal readonly record struct BlockPlace(ChainId Chain, long Height, DateTimeOffset Time, TxHash? Hash, TxHash? Parent)
{
    public BlockHeader? Header => Hash is { } hash ? new(Chain, Height, hash, Parent, Time) : null;
}
