using System.Numerics;
using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>The addresses a trace reached, each with the way on which most came to it.</summary>
internal static class ReachedAddresses
{
    public static IReadOnlyList<Foothold> Of(Trace trace, TaintPaths paths, Dictionary<(ChainId, Address), Foothold> members)
    {
        var stolen = StolenIn(trace);
        var stops = trace.Holdings.Where(holding => holding is { Address: not null, Stop: not null })
            .ToLookup(holding => (holding.Asset, holding.Address!.Value), holding => holding.Stop);
        var arrived =
            from traced in trace.Transfers
            where traced.Transfer.To is { } to && !traced.Tainted.IsZero && !members.ContainsKey((traced.Transfer.Chain, to)) && !to.IsZeroAccount
            group traced by (traced.Transfer.Asset, To: traced.Transfer.To!.Value);
        return
        [
            .. arrived.Select(ofHolding => FootholdOf(ofHolding.Key.Asset, ofHolding.Key.To, [.. ofHolding]))
                .OfType<Foothold>()
                .GroupBy(foothold => (foothold.Chain, foothold.Address))
                .Select(ofAddress => ofAddress.OrderByDescending(foothold => foothold.Contact?.PerMillion).ThenBy(foothold => foothold.Contact?.Asset).First())
                .OrderBy(foothold => foothold.Chain).ThenBy(foothold => foothold.Address),
        ];

        Foothold? FootholdOf(AssetId asset, Address to, IReadOnlyList<TracedTransfer> arrivals)
        {
            int theft = arrivals.GroupBy(one => one.Theft)
                .OrderByDescending(ofTheft => ofTheft.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Tainted.Units)).ThenBy(ofTheft => ofTheft.Key).First().Key;
            if (paths.To(theft, asset.Chain, to) is not { Count: > 0 } steps || StartOf(steps[0]) is not { } member)
            {
                return null;
            }

            var tainted = arrivals.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Tainted.Units);
            return new()
            {
                Subject = new LabelSubject.OfAddress(asset.Chain, to),
                Member = member.Member,
                Steps = steps,
                Sources = member.Sources,
                Contact = new(asset, new((UInt128)BigInteger.Min(tainted, (BigInteger)UInt128.MaxValue)), stolen[asset]),
                Stop = stops[(asset, to)].FirstOrDefault(),
            };
        }

        Foothold? StartOf(Transfer first) => first.From is { } from ? members.GetValueOrDefault((first.Chain, from)) : StartOfSpending(first);

        Foothold? StartOfSpending(Transfer output) => trace.Transfers
            .Where(traced => traced.Transfer.Kind == TransferKind.UtxoIn && traced.Transfer.Tx == output.Tx && traced.Transfer.Chain == output.Chain)
            .Select(traced => traced.Transfer.From is { } from ? members.GetValueOrDefault((output.Chain, from)) : null)
            .FirstOrDefault(member => member is not null);
    }

    /// <summary>How much of each asset was stolen.</summary>
    public static IReadOnlyDictionary<AssetId, Amount> StolenIn(Trace trace) => trace.Thefts.GroupBy(theft => theft.Asset)
        .ToDictionary(ofAsset => ofAsset.Key, ofAsset => new Amount((UInt128)BigInteger.Min((BigInteger)UInt128.MaxValue, ofAsset.Aggregate(BigInteger.Zero, (sum, theft) => sum + theft.Amount.Units))));
}
