using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>What a method of tracing says a theft touched; all that is scored of it.</summary>
/// <param name="Visited">Addresses reached, the sources among them.</param>
/// <param name="Carried">Transfers that took it from one to the next.</param>
public sealed record Footprint(IReadOnlySet<Address> Visited, IReadOnlySet<Transfer> Carried)
{
    /// <summary>The footprint of a trace. The theft itself is not in it: nobody had to find the payments it was told of; neither is what was set aside.</summary>
    public static Footprint Of(Trace trace)
    {
        var visited = trace.Holdings.Where(holding => !holding.IsSetAside).Select(holding => holding.Address).OfType<Address>().ToHashSet();
        return new(
            visited,
            trace.Transfers.Select(traced => traced.Transfer)
                .Where(transfer => transfer.From is { } payer && visited.Contains(payer))
                .ToHashSet(TransferIdentity.Instance));
    }
}
