using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>How stolen value got to an address, hop by hop from the theft, over exchanges and bridges.</summary>
/// <remarks>
/// Of all ways that could have happened in time, the one whose narrowest payment is widest, measured in the stolen asset: the first one a
/// reader would check. Events are taken in order of time; each address keeps the best way by which it was reached so far, and a later step
/// goes on from that. See docs/methods/freeze-packet.md.
/// </remarks>
public sealed class Chronology
{
    private readonly Dictionary<(int Theft, AssetId Asset, Address Address), Way> _ways = [];

    private Chronology()
    {
    }

    public static Chronology Of(Trace trace)
    {
        var chronology = new Chronology();
        var payers = trace.Transfers.Where(traced => traced.Transfer is { Kind: TransferKind.UtxoIn, From: not null })
            .ToLookup(traced => (traced.Theft, traced.Transfer.Chain, traced.Transfer.Tx), traced => traced.Transfer.From!.Value);
        var payments = trace.Transfers.Select(traced => new Event(traced.Transfer.Time, traced.Transfer.Chain, traced.Transfer.Position, () => chronology.Pay(traced, payers)));
        var exchanges = trace.Conversions.Select(traced => new Event(traced.Conversion.First.Time, traced.Conversion.First.Chain, traced.Conversion.First.Position, () => chronology.Convert(traced)));

        // A stable sort: what has no time keeps the order of the trace.
        foreach (var happened in payments.Concat(exchanges).OrderBy(one => one.Time).ThenBy(one => one.Chain).ThenBy(one => one.Position).ToList())
        {
            happened.Take();
        }

        return chronology;
    }

    /// <summary>The steps from the theft on, the first of them the theft; none where the trace does not show the way.</summary>
    public IReadOnlyList<ChronologyStep> To(int theft, AssetId asset, Address address)
    {
        var steps = new List<ChronologyStep>();
        for (var way = _ways.GetValueOrDefault((theft, asset, address)); way is not null; way = way.Before)
        {
            steps.Add(way.Step);
        }

        steps.Reverse();
        return steps;
    }

    private void Pay(TracedTransfer traced, ILookup<(int, ChainId, TxHash), Address> payers)
    {
        var (transfer, tainted, theft) = traced;
        if (transfer.To is not { } to || tainted.IsZero)
        {
            return;
        }

        var node = (theft, transfer.Asset, to);
        if (!traced.Claimed.IsZero)
        {
            Offer(node, new(null, StepOf(traced, StepKind.Start, transfer.From), traced.Claimed));
            return;
        }

        // A UTXO output does not say who paid; the inputs of its transaction do.
        var senders = transfer.Kind == TransferKind.UtxoOut ? payers[(theft, transfer.Chain, transfer.Tx)].Distinct().Order()
            : transfer.From is { } from ? [from] : Enumerable.Empty<Address>();
        foreach (var sender in senders)
        {
            if (_ways.GetValueOrDefault((theft, transfer.Asset, sender)) is { } before)
            {
                Offer(node, new(before, StepOf(traced, StepKind.Payment, sender), Amount.Min(before.Width, traced.Origin)));
            }
        }
    }

    private void Convert(TracedConversion traced)
    {
        var conversion = traced.Conversion;
        var best = conversion.Given.Zip(traced.Given)
            .Select(side => (Side: side, Way: _ways.GetValueOrDefault((traced.Theft, side.First.Asset, conversion.Address))))
            .Where(side => side.Way is not null && !side.Side.Second.IsZero)
            .OrderByDescending(side => side.Way!.Width).FirstOrDefault();
        if (best.Way is not { } before)
        {
            return;
        }

        var given = (best.Side.First.Asset, best.Side.First.Amount, conversion.First.Tx);
        var width = Amount.Min(before.Width, traced.Origin);
        if (traced.Arrival is { To: { } to } arrival)
        {
            Offer((traced.Theft, arrival.Asset, to), new(before, Over(traced, arrival) with { Given = given }, width));
            return;
        }

        foreach (var (received, tainted) in conversion.Received.Zip(traced.Received))
        {
            Offer((traced.Theft, received.Asset, conversion.Recipient), new(before, Exchanged(conversion, received, tainted) with { Given = given }, width));
        }
    }

    private static ChronologyStep Over(TracedConversion traced, Transfer arrival) => new()
    {
        Kind = StepKind.Bridge,
        Time = arrival.Time,
        Tx = arrival.Tx,
        From = traced.Conversion.Address,
        To = arrival.To,
        Asset = arrival.Asset,
        Amount = arrival.Amount,
        Tainted = traced.Received.Count > 0 ? traced.Received[0] : arrival.Amount,
        Bridge = traced.Crossing?.Name ?? "",
    };

    private static ChronologyStep Exchanged(Conversion conversion, ConvertedAmount received, Amount tainted) => new()
    {
        Kind = StepKind.Exchange,
        Time = conversion.First.Time,
        Tx = conversion.First.Tx,
        From = conversion.Address,
        To = conversion.Recipient,
        Asset = received.Asset,
        Amount = received.Amount,
        Tainted = tainted,
    };

    // A way in a circle is never wider than the one it set out on, so it takes no place.
    private void Offer((int, AssetId, Address) node, Way way)
    {
        if (_ways.GetValueOrDefault(node) is not { } known || way.Width > known.Width)
        {
            _ways[node] = way;
        }
    }

    private static ChronologyStep StepOf(TracedTransfer traced, StepKind kind, Address? from) => new()
    {
        Kind = kind,
        Time = traced.Transfer.Time,
        Tx = traced.Transfer.Tx,
        From = from,
        To = traced.Transfer.To,
        Asset = traced.Transfer.Asset,
        Amount = traced.Transfer.Amount,
        Tainted = traced.Tainted,
    };

    private sealed record Way(Way? Before, ChronologyStep Step, Amount Width);

    private sealed record Event(DateTimeOffset Time, ChainId Chain, Position Position, Action Take);
}
