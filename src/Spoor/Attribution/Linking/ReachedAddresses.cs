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
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        var arrived =
            from traced in trace.Transfers
            where traced.Transfer.To is { } to && !traced.Tainted.IsZero && !members.ContainsKey((traced.Transfer.Chain, to)) && !to.IsZeroAccount
            group traced by (Stolen: thefts[traced.Theft], traced.Transfer.Chain, To: traced.Transfer.To!.Value);
        return
        [
            .. arrived.Select(ofAsset => FootholdOf(ofAsset.Key.Stolen, ofAsset.Key.Chain, ofAsset.Key.To, [.. ofAsset]))
                .OfType<Foothold>()
                .GroupBy(foothold => (foothold.Chain, foothold.Address))
                .Select(ofAddress => ofAddress.OrderByDescending(foothold => foothold.Contact?.PerMillion).ThenBy(foothold => foothold.Contact?.Asset).First())
                .OrderBy(foothold => foothold.Chain).ThenBy(foothold => foothold.Address),
        ];

        // In the asset that was stolen, whatever it had become.
        Foothold? FootholdOf(AssetId asset, ChainId chain, Address to, IReadOnlyList<TracedTransfer> arrivals)
        {
            int theft = arrivals.GroupBy(one => one.Theft).OrderByDescending(Origin).ThenBy(ofTheft => ofTheft.Key).First().Key;
            if (paths.To(theft, chain, to) is not { } path || StartOf(path.Start, path.Steps[0]) is not { } member)
            {
                return null;
            }

            return new()
            {
                Subject = new LabelSubject.OfAddress(chain, to),
                Member = member.Member,
                Steps = path.Steps,
                Sources = member.Sources,
                Contact = new(asset, new((UInt128)BigInteger.Min(Origin(arrivals), (BigInteger)UInt128.MaxValue)), stolen[asset]),
                Stop = arrivals.Select(one => one.Transfer.Asset).Distinct().Order().SelectMany(got => stops[(got, to)]).FirstOrDefault(),
            };
        }

        Foothold? StartOf((ChainId, Address) start, Transfer first) =>
            first.From is null ? StartOfSpending(first) : members.GetValueOrDefault(start);

        Foothold? StartOfSpending(Transfer output) => trace.Transfers
            .Where(traced => traced.Transfer.Kind == TransferKind.UtxoIn && traced.Transfer.Tx == output.Tx && traced.Transfer.Chain == output.Chain)
            .Select(traced => traced.Transfer.From is { } from ? members.GetValueOrDefault((output.Chain, from)) : null)
            .FirstOrDefault(member => member is not null);
    }

    private static BigInteger Origin(IEnumerable<TracedTransfer> transfers) => transfers.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Origin.Units);

    /// <summary>How much of each asset was stolen.</summary>
    public static IReadOnlyDictionary<AssetId, Amount> StolenIn(Trace trace) => trace.Thefts.GroupBy(theft => theft.Asset)
        .ToDictionary(ofAsset => ofAsset.Key, ofAsset => new Amount((UInt128)BigInteger.Min((BigInteger)UInt128.MaxValue, ofAsset.Aggregate(BigInteger.Zero, (sum, theft) => sum + theft.Amount.Units))));
}
