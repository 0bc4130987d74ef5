using System.Numerics;
using Spoor.Labels;
using Spoor.Screening.Grounds;
using Spoor.Screening.Walks;
using Spoor.Tracing;

namespace Spoor.Screening;

/// <summary>Adds up the ends of one side, reach and category.</summary>
internal sealed class ExposureSum(ExposureSide side, ExposureReach reach, ExposureCategory category, ScreeningBook book)
{
    private const int Million = 1_000_000;

    private readonly List<(ChainGround Ground, int Holding, WalkTally Tally, Share Share)> _holdings = [];
    private readonly List<(ChainGround Ground, int Holding, WalkTally Tally, WalkEnd End)> _ends = [];

    public void Add(ChainGround ground, int holding, WalkTally tally, WalkEnd end)
    {
        _ends.Add((ground, holding, tally, end));
        if (_holdings.Count > 0 && ReferenceEquals(_holdings[^1].Tally, tally))
        {
            _holdings[^1] = _holdings[^1] with { Share = _holdings[^1].Share + end.Share };
        }
        else
        {
            _holdings.Add((ground, holding, tally, end.Share));
        }
    }

    /// <param name="isPriced">Whether all that the side moved has a price.</param>
    /// <param name="others">What it moved with others, in millionths of a dollar, if so.</param>
    public Exposure Exposure(bool isPriced, UInt128 others)
    {
        var micros = _holdings.Aggregate(UInt128.Zero, (sum, holding) => Saturated.Add(sum, holding.Share.Micros));
        bool anyPriced = micros > UInt128.Zero || _holdings.Exists(holding => holding.Tally.IsPriced);
        return new()
        {
            Side = side,
            Category = category,
            Reach = reach,
            Amounts = [.. _holdings.Select(holding => new ExposedAmount(holding.Ground.AssetOf(holding.Holding), new(holding.Share.Units), holding.Tally.UsdOf(holding.Share)))],
            Usd = anyPriced ? new((BigInteger)micros) : null,
            SharePerMillion = isPriced && others > UInt128.Zero ? PerMillion(micros, others) : _holdings.Max(ShareOfUnits),
            LeastHops = _ends.Min(end => end.End.Hops),
            Ways = _ends.Count,
            Ends = [.. EndsOf()],
            Trails = [.. TrailsOf()],
        };
    }

    private IEnumerable<ExposureEnd> EndsOf() => _ends
        .GroupBy(one => (one.Ground, one.End.Address))
        .OrderByDescending(group => group.Aggregate(UInt128.Zero, (sum, one) => Saturated.Add(sum, Weight(one.End))))
        .ThenBy(group => group.Key.Ground.Chain).ThenBy(group => group.Key.Address)
        .Take(Screening.Exposure.MaxEnds)
        .Select(group => new ExposureEnd(
            group.Key.Ground.Chain,
            group.Key.Ground.Addresses[group.Key.Address],
            LabelAt(group.Key.Ground, group.Key.Address),
            group.Count(),
            group.Min(one => one.Ground.BlockOf(one.End, side))));

    private IEnumerable<ExposureTrail> TrailsOf() => _ends
        .OrderByDescending(one => Weight(one.End))
        .ThenBy(one => one.Ground.Chain).ThenBy(one => one.Holding).ThenBy(one => one.End.Edge)
        .Take(Screening.Exposure.MaxTrails)
        .Select(one => new ExposureTrail(
            one.Ground.Addresses[one.End.Address],
            one.Ground.AssetOf(one.Holding),
            new(one.End.Share.Units),
            one.Tally.UsdOf(one.End.Share),
            one.End.Hops,
            one.Ground.StepsOf(one.End, side)));

    // Assets are compared by their dollars; where there are none, units of one asset still are.
    private static UInt128 Weight(WalkEnd end) => end.Share.Micros > UInt128.Zero ? end.Share.Micros : end.Share.Units;

    private Label? LabelAt(ChainGround ground, int address) =>
        book.KnownAs(ground.Chain, ground.Addresses[address])?.Label;

    private static long ShareOfUnits((ChainGround Ground, int Holding, WalkTally Tally, Share Share) holding)
    {
        var others = holding.Tally.Total.Units - holding.Tally.Remainders[(int)Remainder.Itself].Units;
        return others == UInt128.Zero ? 0 : PerMillion(holding.Share.Units, others);
    }

    private static long PerMillion(UInt128 part, UInt128 whole) =>
        part >= whole ? Million : (long)LargestRemainder.MultiplyDivide(part, Million, whole).Quotient;
}
