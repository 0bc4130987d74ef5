using Spoor.Valuation;

namespace Spoor.Chains.Files.Losses;

/// <summary>What a price file says.</summary>
/// <param name="Zeros">
/// Rows left out because their price is 0: exports write it where a price has more digits than they keep, and no coin that
/// was stolen is worth nothing.
/// </param>
public sealed record PriceReading(IReadOnlyList<Price> Prices, int Zeros);
