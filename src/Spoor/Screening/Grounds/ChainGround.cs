using Spoor.Screening.Walks;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>The transfers of one chain in the form in which a walk reads them; nothing of it changes.</summary>
internal abstract class ChainGround(ChainId chain, AddressNumbers addresses)
{
    // A holding with more payments than this is summed once, when the ground is built.
    private const int Few = 512;

    private readonly Dictionary<(int Holding, ExposureSide Side), SideTotal> _busy = [];

    public ChainId Chain { get; } = chain;

    public AddressNumbers Addresses { get; } = addresses;

    /// <summary>How many transfers it holds, those of nothing left out.</summary>
    public abstract long Count { get; }

    /// <summary>The last block with a transfer.</summary>
    public long Highest { get; protected init; }

    /// <summary>Where an address holds something: one place for each asset.</summary>
    public abstract ReadOnlySpan<int> HoldingsOf(int address);

    public abstract AssetId AssetOf(int holding);

    public abstract bool IsListed(int holding);

    /// <summary>How many payments came in, or went out.</summary>
    public abstract int PaymentsOf(int holding, ExposureSide side);

    /// <summary>What may be payments of a holding, in order.</summary>
    public abstract ReadOnlySpan<int> PaymentEdgesOf(int holding, ExposureSide side);

    /// <summary>What was paid, and whether it has a price; null where nobody was paid: a fee, an output that lies where it was made.</summary>
    public abstract (Share Share, bool IsPriced)? PaidBy(int edge, ExposureSide side);

    /// <summary>By whom small payments are added up.</summary>
    public abstract int SenderOf(int edge);

    /// <summary>Puts payments into the order of a walk.</summary>
    public abstract void Arrange(List<(int Edge, Share Share)> roots, ExposureSide side);

    public SideTotal TotalOf(int holding, ExposureSide side) =>
        _busy.TryGetValue((holding, side), out var total) ? total : Sum(holding, side);

    /// <summary>How many distinct addresses an address moved something with; what lies below <paramref name="least"/> may be told too low.</summary>
    public abstract int CounterpartiesOf(int address, int least);

    /// <summary>Walks from a holding, and tells the tally all that it finds.</summary>
    public abstract void Walk(int holding, ExposureSide side, WalkTally tally);

    /// <summary>The payments of a way, in order of time.</summary>
    public abstract IReadOnlyList<TrailStep> StepsOf(WalkEnd end, ExposureSide side);

    /// <summary>The block of the payment between the known address and the next.</summary>
    public abstract long BlockOf(WalkEnd end, ExposureSide side);

    /// <summary>Sums the payments of busy holdings; the last act of building.</summary>
    protected void SumBusy(int holdings)
    {
        for (int holding = 0; holding < holdings; holding++)
        {
            foreach (var side in (ReadOnlySpan<ExposureSide>)[ExposureSide.Incoming, ExposureSide.Outgoing])
            {
                if (PaymentEdgesOf(holding, side).Length > Few)
                {
                    _busy[(holding, side)] = Sum(holding, side);
                }
            }
        }
    }

    private SideTotal Sum(int holding, ExposureSide side)
    {
        var total = SideTotal.Nothing;
        foreach (int edge in PaymentEdgesOf(holding, side))
        {
            if (PaidBy(edge, side) is { } paid)
            {
                total = total.With(paid.Share, paid.IsPriced);
            }
        }

        return total;
    }
}
