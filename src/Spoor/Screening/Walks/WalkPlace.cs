using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>A place that money reached on a walk: a holding, or a UTXO transaction.</summary>
internal sealed class WalkPlace(int number)
{
    public int Number => number;

    public Share Share { get; set; }

    /// <summary>Fewest payments to the screened address, and these payments.</summary>
    public int Hops { get; private set; } = int.MaxValue;

    public WalkStep? Way { get; private set; }

    /// <summary>Where in its payments the walk stands.</summary>
    public int Cursor { get; set; }

    public bool IsReached => Hops != int.MaxValue;

    public bool IsQueued { get; set; }

    /// <summary>A UTXO transaction is settled once.</summary>
    public bool IsSettled { get; set; }

    public void Take(Share share, int edge, int hops, WalkStep? way)
    {
        Share += share;
        if (hops < Hops)
        {
            (Hops, Way) = (hops, new(edge, way));
        }
    }
}
