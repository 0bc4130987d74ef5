namespace Spoor.Tracing.ServiceSwaps;

/// <summary>What a payout must be like to be a candidate; docs/methods/service-swaps.md says what speaks for each default.</summary>
public sealed record SwapParameters
{
    /// <summary>No service pays out before the deposit has a few confirmations.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The least a service keeps, in millionths.</summary>
    public long MinFeePerMillion { get; init; } = 5_000;

    /// <summary>The most a service keeps, in millionths.</summary>
    public long MaxFeePerMillion { get; init; } = 10_000;

    /// <summary>How far the payout may be from the deposit less the fee, in millionths of the deposit.</summary>
    public long TolerancePerMillion { get; init; } = 15_000;

    /// <summary>How long an address made for one order may keep a deposit before it passes it on.</summary>
    public TimeSpan MaxForward { get; init; } = TimeSpan.FromHours(6);

    /// <summary>An address with more payers is not made for one order.</summary>
    public int MaxOrderPayers { get; init; } = 3;
}
