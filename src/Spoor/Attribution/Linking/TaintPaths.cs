using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>How the stolen value got to an address: of the payments that brought it, the largest, and so on back to the theft.</summary>
/// <remarks>
/// A payment is explained only by one that came before it in position order, so that the path could have happened. The
/// largest is taken at each step because it is the one a reader would check first; others may have carried more in sum.
/// </remarks>
internal sealed class TaintPaths
{
    private readonly Dictionary<(int Theft, ChainId Chain, Address To), List<Arrival>> _arrivals = [];
    private readonly HashSet<(ChainId, Address)> _starts;

    /// <param name="starts">Where paths begin: the members of the incident.</param>
    public TaintPaths(Trace trace, IEnumerable<(ChainId, Address)> starts)
    {
        _starts = [.. starts];
        var payers = trace.Transfers.Where(traced => traced.Transfer.Kind == TransferKind.UtxoIn && traced.Transfer.From is not null)
            .ToLookup(traced => (traced.Theft, traced.Transfer.Chain, traced.Transfer.Tx), traced => traced.Transfer.From!.Value);
        for (int order = 0; order < trace.Transfers.Count; order++)
        {
            var (transfer, tainted, theft) = trace.Transfers[order];
            if (transfer.To is not { } to || tainted.IsZero)
            {
                continue;
            }

            // A UTXO output does not say who paid; the inputs of its transaction do.
            var senders = transfer.Kind == TransferKind.UtxoOut
                ? payers[(theft, transfer.Chain, transfer.Tx)].Distinct().Order()
                : transfer.From is { } from ? [from] : Enumerable.Empty<Address>();
            foreach (var sender in senders)
            {
                Add((theft, transfer.Chain, to), new(order, sender, transfer, tainted));
            }
        }
    }

    /// <summary>The path to an address, from a member on; null when the trace has none.</summary>
    public IReadOnlyList<Transfer>? To(int theft, ChainId chain, Address address)
    {
        var steps = new List<Arrival>();
        var at = address;
        for (int before = int.MaxValue; steps.Count == 0 || !_starts.Contains((chain, at));)
        {
            if (Best((theft, chain, at), before) is not { } best)
            {
                return null;
            }

            CutCircle(steps, at);
            steps.Add(best);
            (at, before) = (best.From, best.Order);
        }

        return [.. Enumerable.Reverse(steps).Select(step => step.Transfer)];
    }

    private Arrival? Best((int, ChainId, Address) at, int before) =>
        _arrivals.GetValueOrDefault(at)?
            .Where(arrival => arrival.Order < before)
            .OrderByDescending(arrival => arrival.Tainted).ThenBy(arrival => arrival.Order).FirstOrDefault();

    // Value that went round in a circle came back to an address already on the path: the round tells nothing.
    private static void CutCircle(List<Arrival> steps, Address at)
    {
        int again = steps.FindIndex(step => step.Transfer.To == at);
        if (again >= 0)
        {
            steps.RemoveRange(again, steps.Count - again);
        }
    }

    private void Add((int, ChainId, Address) to, Arrival arrival)
    {
        if (!_arrivals.TryGetValue(to, out var all))
        {
            _arrivals[to] = all = [];
        }

        all.Add(arrival);
    }

    private sealed record Arrival(int Order, Address From, Transfer Transfer, Amount Tainted);
}
