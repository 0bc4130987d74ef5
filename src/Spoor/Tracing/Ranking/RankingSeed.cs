using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Where a ranking begins: one unit of attention.</summary>
/// <param name="Asset">The asset it begins in; null for all that the address moves, in equal parts.</param>
/// <param name="After">Payments it makes count only after this position; null for all of them.</param>
/// <param name="Before">Payments it receives count only before this position; null for all of them.</param>
public readonly record struct RankingSeed(Address Address, AssetId? Asset = null, Position? After = null, Position? Before = null);
