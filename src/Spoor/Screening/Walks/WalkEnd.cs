using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>Money that met a known address.</summary>
/// <param name="Edge">The payment between that address and the next.</param>
/// <param name="Way">The payments from there to the screened address; null where that payment is its own.</param>
internal sealed record WalkEnd(int Address, ExposureCategory Category, Share Share, int Hops, int Edge, WalkStep? Way);
