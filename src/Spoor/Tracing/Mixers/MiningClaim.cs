using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>Points of TORN anonymity mining that an account claimed: rate × blocks that its note lay in the pool.</summary>
/// <param name="Points">Whole points, as claimed for one note.</param>
public sealed record MiningClaim(Address Account, long Points, TxHash Tx);
