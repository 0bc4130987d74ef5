using System.Numerics;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Response.Watching;

/// <summary>Which addresses a trace adds to the watch on a thief: those that got a stated share of one theft and are nobody's known.</summary>
/// <remarks>
/// What stopped the trace (a service, a mixer, a bridge, a contract, an address that behaves like a service) is not watched: it moves value
/// of thousands. See docs/methods/watch-join.md.
/// </remarks>
public static class JoinRule
{
    public const string Name = "tainted-share";
    public const string Version = "1";

    /// <summary>Of one theft, in millionths: a hundredth.</summary>
    public const long DefaultPerMillion = 10_000;

    private const long Million = 1_000_000;

    /// <summary>In order of chain and address.</summary>
    public static IReadOnlyList<JoinedAddress> Of(Trace trace, long perMillion)
    {
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number);
        var stopped = trace.Holdings.Where(holding => holding.Address is not null && holding.Stop is { Reason: not (StopReason.Dust or StopReason.Dilution or StopReason.Hops or StopReason.Window or StopReason.Budget or StopReason.Minor) })
            .Select(holding => (holding.Asset.Chain, holding.Address!.Value)).ToHashSet();
        return
        [
            .. trace.Transfers.Where(traced => traced.Transfer.To is not null && traced.Claimed.IsZero && traced.Transfer.Kind is not (TransferKind.Fee or TransferKind.UtxoIn))
                .GroupBy(traced => (traced.Transfer.Chain, Address: traced.Transfer.To!.Value, traced.Theft))
                .Select(rows => new JoinedAddress(rows.Key.Chain, rows.Key.Address, thefts[rows.Key.Theft].Id, ShareOf(rows, thefts[rows.Key.Theft])))
                .Where(joined => joined.PerMillion >= perMillion && !stopped.Contains((joined.Chain, joined.Address)))
                .GroupBy(joined => (joined.Chain, joined.Address))
                .Select(ofAddress => ofAddress.OrderByDescending(joined => joined.PerMillion).ThenBy(joined => joined.Theft, StringComparer.Ordinal).First())
                .OrderBy(joined => joined.Chain).ThenBy(joined => joined.Address),
        ];
    }

    // Value that passes twice through an address counts once: more than the whole theft cannot have been there.
    private static long ShareOf(IEnumerable<TracedTransfer> rows, Theft theft)
    {
        var origin = rows.Aggregate(BigInteger.Zero, (sum, row) => sum + row.Origin.Units);
        return theft.Amount.IsZero ? 0 : (long)BigInteger.Min(Million, origin * Million / theft.Amount.Units);
    }
}

/// <summary>An address that joins a watch.</summary>
/// <param name="Theft">The theft of which it got most.</param>
/// <param name="PerMillion">How much of that, in millionths.</param>
public sealed record JoinedAddress(ChainId Chain, Address Address, string Theft, long PerMillion);
