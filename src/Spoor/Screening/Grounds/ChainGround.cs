using Spoor.Screening.Walks;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>The transfers of one chain in the form in which a walk reads them; nothing of it changes.</summary>
internal abstract class ChainGround(ChainId chain, AddressNumbers addresses)
{
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

    /// <summary>How many distinct addresses an address moved something with; what lies below <paramref name="least"/> may be told too low.</summary>
    public abstract int CounterpartiesOf(int address, int least);

    /// <summary>Walks from a holding, and tells the tally all that it finds.</summary>
    public abstract void Walk(int holding, ExposureSide side, WalkTally tally);

    /// <summary>The payments of a way, in order of time.</summary>
    public abstract IReadOnlyList<TrailStep> StepsOf(WalkEnd end, ExposureSide side);

    /// <summary>The block of the payment between the known address and the next.</summary>
    public abstract long BlockOf(WalkEnd end, ExposureSide side);
}
