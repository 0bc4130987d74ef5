using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>What became of one deposit into a bridge.</summary>
public sealed record BridgeMatch
{
    public required BridgeLeg Deposit { get; init; }

    public required BridgeOutcome Outcome { get; init; }

    /// <summary>How its candidates were found; null when there are none.</summary>
    public BridgeMethod? Method { get; init; }

    /// <summary>Best first: one when matched, at least one when ambiguous.</summary>
    public IReadOnlyList<BridgeCandidate> Candidates { get; init; } = [];

    /// <summary>How many payouts fitted before any was left out of <see cref="Candidates"/>; a lower bound when <see cref="IsCrowded"/>.</summary>
    public int Fitting { get; init; }

    /// <summary>Whether the match rests on others being taken: no other payout, or no other deposit, was left for it.</summary>
    public bool ByExclusion { get; init; }

    /// <summary>Whether more payouts fitted than were looked at.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>The leg that gave the deposit back.</summary>
    public BridgeLeg? Refund { get; init; }

    /// <summary>The payout, when the deposit is matched.</summary>
    public BridgeLeg? Payout => Outcome == BridgeOutcome.Matched ? Candidates[0].Payout : null;
}

/// <summary>A payout that may belong to a deposit.</summary>
/// <param name="Payout">The leg on the other chain.</param>
/// <param name="Rank">From 1.</param>
/// <param name="WeightPpm">
/// Its share of all that fits, in parts per million. The weights of one deposit sum to a million at most, and so do those that one payout has over
/// all deposits: what is carried along candidates is never more than was deposited or paid out.
/// </param>
public sealed record BridgeCandidate(BridgeLeg Payout, int Rank, int WeightPpm);

/// <summary>Whether a deposit was found again.</summary>
public enum BridgeOutcome : byte
{
    Matched = 1,

    /// <summary>Several fit and nothing tells which.</summary>
    Ambiguous = 2,

    /// <summary>Nothing fits: the value is in transit, or its payout is not at hand.</summary>
    Unmatched = 3,

    /// <summary>It went back where it came from.</summary>
    Refunded = 4,
}

/// <summary>What two legs were joined by, strongest first.</summary>
public enum BridgeMethod : byte
{
    /// <summary>The protocol's own name of the crossing, equal on both chains.</summary>
    Id = 1,

    /// <summary>Recipient, destination chain, asset and amount after fees, all as the deposit states them.</summary>
    Fields = 2,

    /// <summary>Recipient, and an amount and a time within windows.</summary>
    Search = 3,
}
