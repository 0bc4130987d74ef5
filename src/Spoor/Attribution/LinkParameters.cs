using Spoor.Tracing;

namespace Spoor.Attribution;

/// <summary>The numbers that decide which links are found and claimed; every result records what it used.</summary>
/// <remarks>H-DEP, H-FUND and H-SWEEP: the defaults of Tutela, of Victor (FC'20) and of common practice; see the pages of the kinds.</remarks>
public sealed record LinkParameters
{
    /// <summary>Below this log10 of the likelihood ratio a link is listed, not claimed.</summary>
    public decimal Threshold { get; init; } = 2;

    /// <summary>How far the flows of each side are followed.</summary>
    public int MaxHops { get; init; } = 5;

    /// <summary>Where flows stop besides; labels and hops are set from the request.</summary>
    public StopRules Stops { get; init; } = new();

    /// <summary>A contact counts from this share of what was stolen of its asset, in millionths.</summary>
    public long MaterialPerMillion { get; init; } = 1_000;

    /// <summary>Whether the store holds all transfers of its chains, so that an address quiet there is quiet.</summary>
    public bool WholeChains { get; init; }

    /// <summary>Without whole chains, an address's history counts as complete when it spent this share of what it received, in per cent.</summary>
    public int ClosedPercent { get; init; } = 90;

    /// <summary>With more counterparties than this an address is not quiet, though it need not be a service.</summary>
    public long QuietCounterparties { get; init; } = 50;

    /// <summary>H-DEP: what a deposit address may keep for the fee, in millionths of a coin; tokens are passed on whole.</summary>
    public long DepositFeeMicroCoins { get; init; } = 10_000;

    /// <summary>H-DEP: within so many blocks a deposit is passed on.</summary>
    public long DepositBlocks { get; init; } = 3_200;

    /// <summary>H-DEP: with more payers it is no customer's own address.</summary>
    public long MaxDepositors { get; init; } = 50;

    /// <summary>H-FUND, H-SWEEP: so many fresh addresses make a pattern.</summary>
    public int MinFresh { get; init; } = 3;

    /// <summary>H-FUND: so close together the fresh addresses are funded.</summary>
    public TimeSpan FundingWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>H-FUND: so soon after its first coins a fresh address spends.</summary>
    public TimeSpan FirstSpend { get; init; } = TimeSpan.FromHours(24);

    /// <summary>H-SWEEP: this share of all received is passed on, in per cent.</summary>
    public int SweepPercent { get; init; } = 95;

    /// <summary>H-SWEEP: so soon after it came.</summary>
    public TimeSpan SweepWindow { get; init; } = TimeSpan.FromHours(48);
}
