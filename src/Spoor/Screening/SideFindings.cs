using Spoor.Screening.Grounds;
using Spoor.Screening.Walks;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>What the walks of one side found, holding by holding, and what that comes to.</summary>
internal sealed class SideFindings(ExposureSide side, ScreeningBook book)
{
    private readonly List<(ChainGround Ground, int Holding, WalkTally Tally)> _walks = [];
    private long _unlisted;
    private int _left = book.Rules.Method.Budget;

    /// <summary>Walks from every holding of an address; they share one budget.</summary>
    public void Walk(ChainGround ground, int address, byte[] marks)
    {
        foreach (int holding in ground.HoldingsOf(address))
        {
            if (!ground.IsListed(holding))
            {
                _unlisted += ground.PaymentsOf(holding, side);
                continue;
            }

            WalkTally tally = new(book.Rules.Method, marks, address, _left);
            ground.Walk(holding, side, tally);
            _left = tally.Left;
            if (tally.Payments > 0)
            {
                _walks.Add((ground, holding, tally));
            }
        }
    }

    public Turnover Turnover() => new()
    {
        Assets = [.. _walks.Select(walk => TurnoverOf(walk.Ground.AssetOf(walk.Holding), walk.Tally))],
        Usd = _walks.Exists(walk => walk.Tally.Total.Micros > UInt128.Zero) ? UsdOf(TotalMicros()) : null,
        IsPriced = _walks.TrueForAll(walk => walk.Tally.IsPriced),
        Payments = _walks.Sum(walk => walk.Tally.Payments),
        Unlisted = _unlisted,
        IsComplete = _walks.TrueForAll(walk => walk.Tally.IsComplete),
    };

    /// <summary>Direct ones first, then by category.</summary>
    public IEnumerable<Exposure> Exposures(Turnover turnover)
    {
        SortedDictionary<(ExposureReach, ExposureCategory), ExposureSum> sums = [];
        foreach (var (ground, holding, tally) in _walks)
        {
            foreach (var end in tally.Ends)
            {
                var key = (end.Hops == 1 ? ExposureReach.Direct : ExposureReach.Indirect, end.Category);
                if (!sums.TryGetValue(key, out var sum))
                {
                    sums[key] = sum = new(side, key.Item1, key.Item2, book);
                }

                sum.Add(ground, holding, tally, end);
            }
        }

        var others = turnover.IsPriced ? OthersMicros() : UInt128.Zero;
        return sums.Values.Select(sum => sum.Exposure(turnover.IsPriced, others));
    }

    private UInt128 TotalMicros() => _walks.Aggregate(UInt128.Zero, (sum, walk) => Saturated.Add(sum, walk.Tally.Total.Micros));

    // What came from itself, change above all, came from nobody else.
    private UInt128 OthersMicros() => _walks.Aggregate(
        UInt128.Zero, (sum, walk) => Saturated.Add(sum, walk.Tally.Total.Micros - walk.Tally.Remainders[(int)Remainder.Itself].Micros));

    private static AssetTurnover TurnoverOf(AssetId asset, WalkTally tally) => new(
        asset,
        new(tally.Total.Units),
        tally.UsdOf(tally.Total),
        tally.Payments,
        [
            .. tally.Remainders.Select((share, why) => KeyValuePair.Create((Remainder)why, new Amount(share.Units))).Where(rest => !rest.Value.IsZero),
        ]);

    private static UsdValue UsdOf(UInt128 micros) => new((System.Numerics.BigInteger)micros);
}
