using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>The payouts that could be the other side of a deposit at a swap service: candidates, never a finding.</summary>
public sealed record SwapHypothesis
{
    public required ServiceDeposit Deposit { get; init; }

    /// <summary>What the deposit was worth when it was made; null where that is not known, and then there are no candidates.</summary>
    public required UsdValue? Usd { get; init; }

    /// <summary>Payouts whose worth fits, the nearest in value first, then in time.</summary>
    public required IReadOnlyList<SwapCandidate> Candidates { get; init; }

    /// <summary>All payouts of the service in the window, whatever their size.</summary>
    public required int PayoutsInWindow { get; init; }

    /// <summary>Payouts in the window without a price: one of them may be it.</summary>
    public required int Unpriced { get; init; }

    /// <summary>How many payouts of that size the window would hold by chance, in thousandths, by those outside it and one more; null where the data are no longer than the window.</summary>
    public required long? ByChancePerMille { get; init; }

    /// <summary>1 / (payouts of similar size in the window), in millionths; 0 without candidates.</summary>
    public long RarityPerMillion => Candidates.Count == 0 ? 0 : 1_000_000 / Candidates.Count;

    /// <summary>The chance of the likeliest candidate; 0 without candidates, null where it is not known.</summary>
    public long? ProbabilityPerMillion => Candidates.Count == 0 ? 0 : Candidates.Max(ChanceOf);

    /// <summary>The chance of a candidate: 1 / (n + e), with e expected by chance and n candidates, or deposits that want the payout if they are more; null where e is not known.</summary>
    /// <remarks>
    /// Chance payouts are taken as Poisson with mean e, and the true one as among the data with a chance of one half. Then n seen
    /// hold it with n / (n + e), and no candidate is before another. A payout has one deposit, so those that want it share it: over them, as over the candidates of one
    /// deposit, the chances add up to less than one.
    /// </remarks>
    public long? ChanceOf(SwapCandidate candidate) =>
        ByChancePerMille is { } expected ? 1_000_000_000 / ((1_000L * Math.Max(Candidates.Count, candidate.Deposits)) + expected) : null;
}

/// <summary>A payout that could belong to a deposit.</summary>
/// <param name="UsdIn">What the deposit was worth at the moment at which both were compared.</param>
/// <param name="UsdOut">What the payout was worth then.</param>
/// <param name="PricedAtPayout">Whether the prices are those at the payout, else those at the deposit.</param>
/// <param name="OffPerMillion">How far it is from the deposit less any fee in the range, in millionths of the deposit; 0 inside the range.</param>
public sealed record SwapCandidate(Transfer Payout, UsdValue UsdIn, UsdValue UsdOut, bool PricedAtPayout, long OffPerMillion)
{
    /// <summary>How many deposits at the service it could belong to.</summary>
    public int Deposits { get; init; } = 1;

    /// <summary>What the service would have kept, in millionths of the deposit; negative where more came out.</summary>
    public long KeptPerMillion => (long)((UsdIn.Micros - UsdOut.Micros) * 1_000_000 / UsdIn.Micros);
}
