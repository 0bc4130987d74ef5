using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>How much of what an address received or sent leads to one category of known addresses.</summary>
public sealed record Exposure
{
    public required ExposureSide Side { get; init; }

    public required ExposureCategory Category { get; init; }

    public required ExposureReach Reach { get; init; }

    /// <summary>By asset, in order.</summary>
    public required IReadOnlyList<ExposedAmount> Amounts { get; init; }

    /// <summary>What is priced of it, a lower bound where <see cref="Turnover.IsPriced"/> is false; null when nothing of it is.</summary>
    public required UsdValue? Usd { get; init; }

    /// <summary>Of all that came from others (went to others), in millionths; see <see cref="Turnover.IsPriced"/> for how it is counted.</summary>
    public required long SharePerMillion { get; init; }

    public required int LeastHops { get; init; }

    /// <summary>How many ways the money took; the largest of them are in <see cref="Trails"/>.</summary>
    public required int Ways { get; init; }

    /// <summary>The known addresses at the other end, the one with most first; at most <see cref="MaxEnds"/>.</summary>
    public required IReadOnlyList<ExposureEnd> Ends { get; init; }

    /// <summary>The transactions behind the figure, the largest amount first; at most <see cref="MaxTrails"/>.</summary>
    public required IReadOnlyList<ExposureTrail> Trails { get; init; }

    public const int MaxEnds = 50;

    public const int MaxTrails = 10;
}

/// <summary>An amount of one asset and what it was worth on the days on which the screened address moved it.</summary>
/// <param name="Usd">Null without a price.</param>
public sealed record ExposedAmount(AssetId Asset, Amount Amount, UsdValue? Usd);
