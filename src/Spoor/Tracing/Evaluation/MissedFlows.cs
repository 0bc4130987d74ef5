using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>A true flow that a trace did not find, and what kept it from being found.</summary>
public sealed record MissedFlow(Transfer Flow, string Reason);

/// <summary>Why true flows were missed.</summary>
public static class MissedFlows
{
    /// <summary>The flow is the theft itself, or no order of time leads to it from the sources.</summary>
    public const string Unreachable = "not reachable in time order";

    /// <summary>The payer was never reached: look at the flow that should have led there.</summary>
    public const string PayerNotReached = "payer not reached";

    /// <summary>The payer was reached, but only by later transfers.</summary>
    public const string PayerReachedLater = "payer reached later";

    /// <summary>The payer held taint, but the rule says that this payment was made out of clean units.</summary>
    public const string PaidClean = "paid out of clean units";

    /// <summary>In order of position.</summary>
    public static IReadOnlyList<MissedFlow> Of(CaseTruth.ByFlows truth, Trace trace, Footprint reachable)
    {
        var found = Footprint.Of(trace);
        var holdings = trace.Holdings.Where(holding => holding.Address is not null).ToLookup(holding => holding.Address!.Value);
        var receipts = trace.Transfers.ToLookup(traced => traced.Transfer.To, traced => traced.Transfer.Position);
        return
        [
            .. from flow in truth.Flows
               where !found.Carried.Contains(flow)
               select new MissedFlow(flow, reachable.Carried.Contains(flow) ? ReasonFor(flow, holdings, receipts) : Unreachable),
        ];
    }

    private static string ReasonFor(Transfer flow, ILookup<Address, TracedHolding> holdings, ILookup<Address?, Position> receipts)
    {
        var payer = holdings[flow.From!.Value].ToList();
        if (payer.Count == 0)
        {
            return PayerNotReached;
        }

        // An opening of a source is at hand from the beginning and is no transfer.
        if (payer.TrueForAll(holding => holding.Hop > 0) && !receipts[flow.From].Any(position => position < flow.Position))
        {
            return PayerReachedLater;
        }

        return payer.Find(holding => holding.Stop is not null) is { Stop: { } stop } ? $"stopped: {stop.Name}" : PaidClean;
    }
}
