using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>What an address received, or sent, and how much of that leads nowhere known.</summary>
public sealed record Turnover
{
    /// <summary>By asset; only coins of chains and listed tokens.</summary>
    public required IReadOnlyList<AssetTurnover> Assets { get; init; }

    /// <summary>What is priced of it; null when nothing is.</summary>
    public required UsdValue? Usd { get; init; }

    /// <summary>Whether every payment has a price: shares are then of dollars, else the largest of the shares by asset.</summary>
    public required bool IsPriced { get; init; }

    public required long Payments { get; init; }

    /// <summary>Payments in tokens that no list knows, which are not followed: anybody can make one.</summary>
    public required long Unlisted { get; init; }

    /// <summary>Whether all ways were walked to their end; else the figures are a lower bound.</summary>
    public required bool IsComplete { get; init; }
}

/// <summary>What an address moved of one asset in one direction.</summary>
/// <param name="Remainders">What leads to no known address, by reason; exposures and these sum to <paramref name="Amount"/>.</param>
public sealed record AssetTurnover(AssetId Asset, Amount Amount, UsdValue? Usd, long Payments, IReadOnlyList<KeyValuePair<Remainder, Amount>> Remainders);
