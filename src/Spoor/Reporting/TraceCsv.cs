using System.Globalization;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>A trace as CSV: every tainted transfer, every swap and way over a bridge, and every place where value ends, one row for each theft.</summary>
/// <remarks>The column <c>kind</c> tells which; <c>origin</c> is in the stolen asset in every row. Columns as in <c>trace/1</c>.</remarks>
public static class TraceCsv
{
    // A side with several assets is one cell: the exchange is one row.
    private const string And = " + ";

    private static readonly string[] Header =
    [
        "chain", "block", "tx", "index", "time", "from", "to", "asset", "amount", "tainted", "theft", "kind", "origin",
        "got_asset", "got_amount", "got_tainted", "got_tx", "over", "matched_by", "lower", "upper",
    ];

    /// <summary>Writes the rows without bounds.</summary>
    public static void Write(Trace trace, TextWriter output) => Write(trace, null, output);

    /// <param name="bounds">Null where nobody asked for them.</param>
    public static void Write(Trace trace, TaintBounds? bounds, TextWriter output)
    {
        var ids = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Id);
        var moves = trace.Transfers.Select(traced => (At: traced.Transfer, Kind: 0, traced.Theft, Cells: CellsOf(traced, ids[traced.Theft])))
            .Concat(trace.Conversions.Select(traced => (At: traced.Conversion.First, Kind: 1, traced.Theft, Cells: CellsOf(traced, ids[traced.Theft]))))
            .OrderBy(row => row.At.Chain)
            .ThenBy(row => row.At, TransferOrder.Instance)
            .ThenBy(row => row.Kind)
            .ThenBy(row => row.Theft)
            .Select(row => row.Cells);
        CsvText.Write(output, Header, moves.Concat(trace.Holdings.SelectMany(holding => EndsOf(holding, ids, bounds))));
    }

    private static string?[] CellsOf(TracedTransfer traced, string theft)
    {
        var transfer = traced.Transfer;
        return
        [
            transfer.Chain.Value,
            transfer.Position.Block.ToString(CultureInfo.InvariantCulture),
            transfer.Tx.Render(transfer.Chain),
            transfer.Position.Index.ToString(CultureInfo.InvariantCulture),
            Rendered.Moment(transfer.Time),
            Rendered.Account(transfer.Chain, transfer.From),
            Rendered.Account(transfer.Chain, transfer.To),
            transfer.Asset.ToString(),
            transfer.Amount.ToString(),
            traced.Tainted.ToString(),
            theft,
            "transfer",
            traced.Origin.ToString(),
            null, null, null, null, null, null, null, null,
        ];
    }

    private static string?[] CellsOf(TracedConversion traced, string theft)
    {
        var (conversion, first) = (traced.Conversion, traced.Conversion.First);
        var arrival = traced.Crossing is null ? null : traced.Arrival;
        var got = traced.Crossing is null ? conversion.Received : arrival is null ? [] : [new ConvertedAmount(arrival.Asset, arrival.Amount)];
        string? to = traced.Crossing is null ? Rendered.Account(first.Chain, conversion.Recipient) : arrival is null ? null : Rendered.Account(arrival.Chain, arrival.To);
        return
        [
            first.Chain.Value,
            first.Position.Block.ToString(CultureInfo.InvariantCulture),
            first.Tx.Render(first.Chain),
            first.Position.Index.ToString(CultureInfo.InvariantCulture),
            Rendered.Moment(first.Time),
            Rendered.Account(first.Chain, conversion.Address),
            to,
            string.Join(And, conversion.Given.Select(side => side.Asset)),
            string.Join(And, conversion.Given.Select(side => side.Amount)),
            string.Join(And, traced.Given),
            theft,
            traced.Crossing is null ? "swap" : "bridge",
            traced.Origin.ToString(),
            string.Join(And, got.Select(side => side.Asset)),
            string.Join(And, got.Select(side => side.Amount)),
            string.Join(And, traced.Received),
            arrival?.Tx.Render(arrival.Chain),
            traced.Crossing?.Name,
            traced.Crossing?.MatchedBy,
            null, null,
        ];
    }

    private static IEnumerable<string?[]> EndsOf(TracedHolding holding, Dictionary<int, string> ids, TaintBounds? bounds)
    {
        var found = bounds?.Of(holding.Asset, holding.Address);
        return holding.Rests.Where(rest => !rest.Value.IsZero).Select(rest => new[]
        {
            holding.Asset.Chain.Value, null, null, null, Rendered.Moment(holding.Last), null, Rendered.Account(holding.Asset.Chain, holding.Address),
            holding.Asset.ToString(), holding.Received.ToString(), (holding.Held + holding.Stopped).ToString(), ids[rest.Key],
            holding.Stop is { } stop ? $"stopped at {stop.Name}" : "held", rest.Value.ToString(),
            null, null, null, null, null, null, found?.Lower.ToString(), found?.Upper.ToString(),
        });
    }
}
