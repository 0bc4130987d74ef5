using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <summary>How a wallet stands at this moment beside what it normally does.</summary>
public sealed record WalletGauge
{
    public required string Owner { get; init; }

    public required ChainId Chain { get; init; }

    /// <summary>Null for the addresses of a UTXO chain, which are one purse together.</summary>
    public required Address? Address { get; init; }

    /// <summary>What the owner calls it; empty when it has no name.</summary>
    public required string Name { get; init; }

    /// <summary>What left within the last hour, as far as it has a price; payments below a thousandth of the floor are not counted.</summary>
    public required UsdValue LastHour { get; init; }

    /// <summary>The largest of the payments in <see cref="LastHour"/>.</summary>
    public required UsdValue Largest { get; init; }

    /// <summary>What it usually sends at once at this hour of the week; null while too little is known.</summary>
    public UsdValue? Usual { get; init; }

    /// <summary>What it as good as never sends at once: learnt, else the policy's figure for the beginning.</summary>
    public required UsdValue Extreme { get; init; }

    /// <summary>Whether <see cref="Extreme"/> was learnt from this wallet.</summary>
    public required bool IsLearnt { get; init; }

    /// <summary>Outflows that its habit was learnt from.</summary>
    public long Learnt { get; init; }

    /// <summary>What it holds, as far as it is known and has a price.</summary>
    public required UsdValue Holds { get; init; }

    /// <summary>Whether it may hold more of an asset than <see cref="Holds"/> counts, because what it held at first was not told.</summary>
    public required bool HoldsMore { get; init; }

    public bool IsBeyond => Largest > Extreme;
}
