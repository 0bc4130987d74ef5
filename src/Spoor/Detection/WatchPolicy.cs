using Spoor.Valuation;

namespace Spoor.Detection;

/// <summary>From where on a watched owner wants to be woken.</summary>
public sealed record WatchPolicy
{
    /// <summary>Score from which an alert is raised, in thousandths of a log-odds unit (natural logarithm).</summary>
    public int AlertScore { get; init; } = 500;

    /// <summary>Score from which it is critical: somebody is paged.</summary>
    public int PageScore { get; init; } = 3_000;

    /// <summary>Outflows worth less than this in a window never make an alert by themselves.</summary>
    public UsdValue Floor { get; init; } = UsdValue.OfDollars(100_000);

    /// <summary>Share of a balance that counts as drained, in thousandths.</summary>
    public int DrainShare { get; init; } = 500;

    /// <summary>What stands in for the wallet's own extreme quantile until it has enough history.</summary>
    public UsdValue ColdStartExtreme { get; init; } = UsdValue.OfDollars(250_000);

    /// <summary>Whether the owner feeds its own withdrawal log, so that an outflow without an entry is an alert.</summary>
    public bool ReconcilesWithdrawals { get; init; }

    /// <summary>How long an outflow may wait for its entry in the withdrawal log.</summary>
    public TimeSpan WithdrawalGrace { get; init; } = TimeSpan.Zero;
}
