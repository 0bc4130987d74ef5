using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>One transfer, exchange or crossing that carried value of a theft from one place to another.</summary>
public sealed record FlowMove
{
    /// <summary>The one nearer to the theft: forward the sender, backward the recipient.</summary>
    public required FlowPlace From { get; init; }

    public required FlowPlace To { get; init; }

    public required FlowKind Kind { get; init; }

    /// <summary>In units of the asset that was stolen, whatever moved.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The chain and transaction in which it left.</summary>
    public required ChainId Chain { get; init; }

    public required TxHash Tx { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What was paid or given away: tainted units, in order of asset.</summary>
    public required IReadOnlyList<ConvertedAmount> Paid { get; init; }

    /// <summary>What was got for it, tainted units, in order of asset; empty for payments.</summary>
    public IReadOnlyList<ConvertedAmount> Got { get; init; } = [];

    /// <summary>The bridge; null for what went over none.</summary>
    public string? Over { get; init; }

    /// <summary>How what came out of the bridge was found; null where nothing was, or there is no bridge.</summary>
    public string? MatchedBy { get; init; }

    /// <summary>The payment out of the bridge; null where it is not known, or there is no bridge.</summary>
    public (ChainId Chain, TxHash Tx)? Arrived { get; init; }

    /// <summary>Those of one theft, in the order of the trace, exchanges last; the theft itself is none.</summary>
    public static IEnumerable<FlowMove> Of(Trace trace, Theft theft)
    {
        bool forward = trace.Request.Direction == TraceDirection.Out;
        var exchanged = trace.Conversions.Where(traced => traced.Theft == theft.Number).ToList();

        // What an exchange or a bridge brought to another stands at the end of that way already.
        var brought = exchanged.Where(traced => traced.Arrival is not null).Select(traced => (traced.Arrival!.Chain, traced.Arrival.Key)).ToHashSet();
        return trace.Transfers.Where(traced => traced.Theft == theft.Number && !brought.Contains((traced.Transfer.Chain, traced.Transfer.Key)))
            .GroupBy(traced => (traced.Transfer.Chain, traced.Transfer.Tx))
            .SelectMany(transaction => EndsOf([.. transaction], forward))
            .Concat(exchanged.Select(traced => EndOf(traced, forward)))
            .Where(move => !move.Amount.IsZero);
    }

    // The rows of a UTXO transaction have one end each: its outputs are taken to come from its most tainted input.
    private static IEnumerable<FlowMove> EndsOf(List<TracedTransfer> transaction, bool forward)
    {
        var spender = transaction.Where(row => row.Transfer.Kind == TransferKind.UtxoIn)
            .OrderByDescending(row => row.Tainted)
            .Select(row => row.Transfer.From)
            .FirstOrDefault();
        foreach (var row in transaction.Where(row => row.Transfer.Kind is not (TransferKind.UtxoIn or TransferKind.Fee)))
        {
            var from = new FlowPlace(row.Transfer.Chain, row.Transfer.Kind == TransferKind.UtxoOut ? spender : row.Transfer.From);
            var to = new FlowPlace(row.Transfer.Chain, row.Transfer.To);
            yield return new()
            {
                From = forward ? from : to,
                To = forward ? to : from,
                Kind = FlowKind.Payment,
                Amount = row.Origin - row.Claimed,
                Chain = row.Transfer.Chain,
                Tx = row.Transfer.Tx,
                Time = row.Transfer.Time,
                Paid = [new(row.Transfer.Asset, row.Tainted)],
            };
        }
    }

    private static FlowMove EndOf(TracedConversion traced, bool forward)
    {
        var conversion = traced.Conversion;
        var at = new FlowPlace(conversion.First.Chain, conversion.Address);
        var end = traced.Arrival is { } arrival ? new FlowPlace(arrival.Chain, forward ? arrival.To : arrival.From)
            : traced.Crossing is not null ? new(at.Chain, null)
            : new(at.Chain, conversion.Recipient);
        return new()
        {
            From = at,
            To = end,
            Kind = traced.Crossing is null ? FlowKind.Swap : FlowKind.Bridge,
            Amount = traced.Origin,
            Chain = conversion.First.Chain,
            Tx = conversion.First.Tx,
            Time = traced.Arrival?.Time ?? conversion.First.Time,
            Paid = [.. conversion.Given.Zip(traced.Given, (side, tainted) => new ConvertedAmount(side.Asset, tainted))],
            Got = traced.Crossing is null
                ? [.. conversion.Received.Zip(traced.Received, (side, tainted) => new ConvertedAmount(side.Asset, tainted))]
                : [.. traced.Received.Select(tainted => new ConvertedAmount(traced.Arrival!.Asset, tainted))],
            Over = traced.Crossing?.Name,
            MatchedBy = traced.Crossing?.MatchedBy,
            Arrived = traced.Crossing is null ? null : traced.Arrival is { } payment ? (payment.Chain, payment.Tx) : null,
        };
    }
}
