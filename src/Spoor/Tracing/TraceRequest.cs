using Spoor.Tracing.Swaps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing;

/// <summary>Everything that decides the result of a trace, besides the transfers themselves.</summary>
public sealed record TraceRequest
{
    public required TaintRule Rule { get; init; }

    public TraceDirection Direction { get; init; } = TraceDirection.Out;

    /// <summary>In order: on value claimed twice the first taint wins, and the collision is listed.</summary>
    public required IReadOnlyList<TheftClaim> Claims { get; init; }

    public StopRules Stops { get; init; } = new();

    /// <summary>
    /// Whether the opening balance of a seed, within its window, is stolen. Other opening balances are clean. Data are
    /// often partial: a holding that spends more than the store has seen come in must have had the rest before.
    /// </summary>
    public bool OpeningStolen { get; init; }

    public OpeningEntry OpeningEntry { get; init; }

    /// <summary>Whether taint goes over to what was got in exchange (docs/methods/swaps.md); else it goes to whoever got what was given.</summary>
    public bool FollowSwaps { get; init; } = true;

    /// <summary>Tokens that count as got in exchange: anybody can make another, and give it to a thief or to himself to lead a trace astray.</summary>
    public TokenList Tokens { get; init; } = TokenList.Builtin;

    /// <summary>Prices by which several assets of one side of an exchange are weighed; null to take them for equal in worth.</summary>
    public PriceBook? Prices { get; init; }

    /// <summary>Bridges that are known, with what came out of them where that is known.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];
}
