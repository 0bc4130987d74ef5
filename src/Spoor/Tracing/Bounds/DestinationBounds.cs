using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>A place where stolen value can have ended: held there at the end of the data, or stopped there by the trace.</summary>
/// <param name="Address">Null where the place has no address.</param>
public sealed record DestinationBounds(AssetId Asset, Address? Address, AmountBounds Bounds);
