namespace Spoor.Tracing.Ranking;

/// <summary>All that a ranking needs to know of one address.</summary>
/// <param name="Paid">The payments it made, earliest first; for methods without direction, its whole neighbourhood.</param>
/// <param name="Received">The payments it received, latest first; empty for methods without direction.</param>
/// <param name="Neighbours">Numbers of all addresses on the other sides, each once.</param>
/// <param name="Assets">Numbers of the assets it moved, in order of asset.</param>
internal sealed record PaymentBook(WalkSide Paid, WalkSide Received, int[] Neighbours, int[] Assets);
