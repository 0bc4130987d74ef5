using System.Globalization;
using Spoor.Tracing;

namespace Spoor.Reporting;

/// <summary>The transfers of a trace as CSV, one row for each theft a transfer carries; columns as in <c>trace/1</c>.</summary>
public static class TraceCsv
{
    private static readonly string[] Header = ["chain", "block", "tx", "index", "time", "from", "to", "asset", "amount", "tainted", "theft"];

    public static void Write(Trace trace, TextWriter output)
    {
        var ids = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Id);
        CsvText.Write(output, Header, trace.Transfers.Select(traced => CellsOf(traced, ids[traced.Theft])));
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
        ];
    }
}
