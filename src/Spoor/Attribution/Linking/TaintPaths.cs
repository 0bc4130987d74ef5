using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>How the stolen value got to an address: of the payments that brought it, the largest, and so on back to the theft.</summary>
/// <remarks>
/// A payment is explained only by one that came before it in position order, so that the path could have happened. The
/// largest is taken at each step because it is the one a reader would check first; others may have carried more in sum. Large is what
/// stands for much of what was stolen: on the way it may have become another asset. What was bought for somebody, or came over a bridge, is a step from
/// whoever gave for it; what an address exchanged for itself is none, because it stayed there.
/// </remarks>
internal sealed class TaintPaths
{
    private readonly Dictionary<(int Theft, ChainId Chain, Address To), List<Arrival>> _arrivals = [];
    private readonly Dictionary<(int Theft, ChainId Chain, TransferKey Key), TracedConversion> _exchanged;
    private readonly Trace _trace;
    private readonly HashSet<(ChainId, Address)> _starts;

    /// <param name="starts">Where paths begin: the members of the incident.</param>
    public TaintPaths(Trace trace, IEnumerable<(ChainId, Address)> starts)
    {
        (_trace, _starts) = (trace, [.. starts]);
        _exchanged = trace.Conversions.Where(traced => traced.Arrival is not null)
            .GroupBy(traced => (traced.Theft, traced.Arrival!.Chain, traced.Arrival.Key)).ToDictionary(group => group.Key, group => group.First());
        var payers = trace.Transfers.Where(traced => traced.Transfer.Kind == TransferKind.UtxoIn && traced.Transfer.From is not null)
            .ToLookup(traced => (traced.Theft, traced.Transfer.Chain, traced.Transfer.Tx), traced => traced.Transfer.From!.Value);
        for (int order = 0; order < trace.Transfers.Count; order++)
        {
            var traced = trace.Transfers[order];
            if (traced.Transfer.To is not { } to || traced.Tainted.IsZero)
            {
                continue;
            }

            foreach (var (sender, before) in SendersOf(traced, order, payers))
            {
                Add((traced.Theft, traced.Transfer.Chain, to), new(order, sender, before, traced.Transfer, traced.Origin));
            }
        }
    }

    /// <summary>The path to an address, and the member it begins at; null when the trace has none.</summary>
    public (IReadOnlyList<Transfer> Steps, (ChainId Chain, Address Address) Start)? To(int theft, ChainId chain, Address address)
    {
        var steps = new List<Arrival>();
        var at = (Chain: chain, Address: address);
        for (int before = int.MaxValue; steps.Count == 0 || !_starts.Contains(at);)
        {
            if (Best((theft, at.Chain, at.Address), before) is not { } best)
            {
                return null;
            }

            CutCircle(steps, at);
            steps.Add(best);
            (at, before) = (best.From, best.Before);
        }

        return ([.. Enumerable.Reverse(steps).Select(step => step.Transfer)], at);
    }

    // Whoever sent it, and before which of the trace's transfers he must have got it.
    private IEnumerable<((ChainId, Address) Sender, int Before)> SendersOf(TracedTransfer traced, int order, ILookup<(int, ChainId, TxHash), Address> payers)
    {
        var transfer = traced.Transfer;
        if (_exchanged.TryGetValue((traced.Theft, transfer.Chain, transfer.Key), out var exchange))
        {
            var first = exchange.Conversion.First;
            return [((first.Chain, exchange.Conversion.Address), FirstFrom(first))];
        }

        // A UTXO output does not say who paid; the inputs of its transaction do.
        return transfer.Kind == TransferKind.UtxoOut
            ? payers[(traced.Theft, transfer.Chain, transfer.Tx)].Distinct().Order().Select(payer => ((transfer.Chain, payer), order))
            : transfer.From is { } from ? [((transfer.Chain, from), order)] : [];
    }

    // The trace lists chain after chain, each in order of position.
    private int FirstFrom(Transfer first)
    {
        int before = 0;
        while (before < _trace.Transfers.Count && IsBefore(_trace.Transfers[before].Transfer, first))
        {
            before++;
        }

        return before;
    }

    private static bool IsBefore(Transfer one, Transfer other) =>
        one.Chain.CompareTo(other.Chain) is var order && (order != 0 ? order < 0 : TransferOrder.Instance.Compare(one, other) < 0);

    private Arrival? Best((int, ChainId, Address) at, int before) =>
        _arrivals.GetValueOrDefault(at)?
            .Where(arrival => arrival.Order < before)
            .OrderByDescending(arrival => arrival.Origin).ThenBy(arrival => arrival.Order).FirstOrDefault();

    // Value that went round in a circle came back to an address already on the path: the round tells nothing.
    private static void CutCircle(List<Arrival> steps, (ChainId Chain, Address Address) at)
    {
        int again = steps.FindIndex(step => step.Transfer.To == at.Address && step.Transfer.Chain == at.Chain);
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

    private sealed record Arrival(int Order, (ChainId Chain, Address Address) From, int Before, Transfer Transfer, Amount Origin);
}
