using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Every deposit with what became of it, and the payouts that belong to none.</summary>
/// <param name="Deposits">In order of time, chain and place.</param>
/// <param name="Unclaimed">Payouts that fit no deposit, in the same order.</param>
public sealed record BridgeMatches(IReadOnlyList<BridgeMatch> Deposits, IReadOnlyList<BridgeLeg> Unclaimed);
