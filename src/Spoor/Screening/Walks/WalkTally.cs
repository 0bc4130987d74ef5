using Spoor.Screening.Grounds;
using Spoor.Valuation;

namespace Spoor.Screening.Walks;

/// <summary>What one walk found: every unit is in an end or in a remainder.</summary>
internal sealed class WalkTally(ScreeningMethod method, byte[] marks, int origin, int budget)
{
    private readonly Share[] _remainders = new Share[Enum.GetValues<Remainder>().Length];

    public List<WalkEnd> Ends { get; } = [];

    public Share Total { get; private set; }

    public bool IsPriced { get; private set; } = true;

    public long Payments { get; private set; }

    /// <summary>Transfers that may still be looked at.</summary>
    public int Left { get; private set; } = budget;

    public UInt128 Least { get; private set; }

    public bool IsComplete => _remainders[(int)Remainder.Unfinished].IsNone;

    public IReadOnlyList<Share> Remainders => _remainders;

    public ScreeningMethod Method => method;

    /// <summary>What was moved in all; said before the walk begins.</summary>
    public void Begin(Share total, bool isPriced, long payments)
    {
        (Total, IsPriced, Payments) = (total, isPriced, payments);
        Least = PerMillion(total.Units, method.ThinPerMillion);
    }

    /// <summary>Counts a transfer that is looked at.</summary>
    /// <returns>Whether the budget allows it.</returns>
    public bool Look(int transfers = 1)
    {
        if (Left < transfers)
        {
            Left = 0;
            return false;
        }

        Left -= transfers;
        return true;
    }

    public void Rest(Remainder why, Share share) => _remainders[(int)why] += share;

    /// <summary>Takes what came to an address where the walk ends; what did not stays with the walk.</summary>
    public bool Takes(int address, int edge, Share share, int hops, WalkStep? way)
    {
        if (address == origin)
        {
            Rest(Remainder.Itself, share);
            return true;
        }

        if (address >= 0 && marks[address] != 0)
        {
            Ends.Add(new(address, (ExposureCategory)(marks[address] - 1), share, hops, edge, way));
            return true;
        }

        if (hops >= method.MaxHops)
        {
            Rest(Remainder.Far, share);
            return true;
        }

        return false;
    }

    /// <summary>Whether payments that sum to so much are dust beside the whole.</summary>
    public bool IsDust(SideTotal ofOneSender) => ofOneSender.IsPriced
        ? ofOneSender.Share.Micros < (UInt128)method.DustUsd.Micros
        : ofOneSender.Share.Units < PerMillion(Total.Units, method.DustPerMillion);

    /// <summary>Dollars of something that was walked; null where nothing of it has a price.</summary>
    public UsdValue? UsdOf(Share share) => IsPriced || share.Micros > UInt128.Zero ? new((System.Numerics.BigInteger)share.Micros) : null;

    private static UInt128 PerMillion(UInt128 units, long perMillion) =>
        Tracing.LargestRemainder.MultiplyDivide(units, (UInt128)perMillion, 1_000_000).Quotient;
}
