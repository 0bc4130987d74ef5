using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>A payment as a ranking sees it, from the side of one address.</summary>
/// <param name="At">Where it stands; of several transfers taken together, the last.</param>
/// <param name="Asset">Number of the asset; 0 where assets do not matter.</param>
/// <param name="Party">Number of the other side.</param>
/// <param name="Weight">Its amount as a number, or 1 where payments count the same.</param>
/// <param name="SwappedFor">Number of the asset that came back for it (that it came back for), or <see cref="NoSwap"/>.</param>
internal readonly record struct WeighedPayment(Position At, int Asset, int Party, double Weight, int SwappedFor)
{
    public const int NoSwap = -1;
}
