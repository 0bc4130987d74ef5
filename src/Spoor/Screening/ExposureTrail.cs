using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>One way of money between the screened address and a known one.</summary>
/// <param name="Units">What of the exposure came this way, in the asset of the payments.</param>
/// <param name="Steps">In order of time: the first comes from the source, the last goes to the destination.</param>
public sealed record ExposureTrail(Address End, AssetId Asset, Amount Units, UsdValue? Usd, int Hops, IReadOnlyList<TrailStep> Steps);

/// <summary>A payment on a way; its amount is all that was paid, of which the exposure can be a part.</summary>
public sealed record TrailStep(TxHash Tx, Position Position, DateTimeOffset Time, Address? From, Address? To, Amount Amount);
