using Spoor.Reporting.Documents;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>The movements that every figure of the trace comes from, with their hashes as text.</summary>
internal static class TransactionsSection
{
    public static Section Of(CaseContext context)
    {
        var moves = context.Transactions.Moves;
        return new("transactions", "Transactions",
        [
            moves.Count == 0
                ? new Piece.Paragraph($"None: {NothingTaken.Reason}.")
                : new Piece.Paragraph("Every movement that carried value of the theft: first the thefts themselves, then by the part of a theft that they carried. Whoever runs a node can look up each hash."),
            .. moves.Count == 0 ? (IEnumerable<Piece>)[] :
            [
                new Piece.Grid(new("transaction-list", "Movements that carried value of the theft",
                    ["Time (UTC)", "Chain", "Transaction", "From", "To", "Asset", ">Amount", ">Of it stolen"],
                    [.. moves.Select((move, i) => RowOf(context, move, i + 1))])),
            ],
        ]);
    }

    private static Row RowOf(CaseContext context, TracedMove move, int number)
    {
        var transfer = move.Transfer;
        return new(
        [
            transfer.IsTimed ? Rendered.Moment(transfer.Time) : "not known", CaseContext.ChainOf(transfer.Chain), new Words.Code(transfer.Tx.Render(transfer.Chain)),
            PlaceOf(transfer.Chain, transfer.From), PlaceOf(transfer.Chain, transfer.To), context.Coins.ShortNameOf(transfer.Asset),
            $"{(transfer.Quality == AmountQuality.Exact ? "" : "about ")}{context.Coins.Of(transfer.Asset, transfer.Amount)}", context.Coins.Of(transfer.Asset, move.Tainted),
        ], TransactionIndex.AnchorOf(number));
    }

    private static Cell PlaceOf(ChainId chain, Address? address) => address is { } known ? new Words.Code(AddressText.Render(chain, known)) : "";
}
