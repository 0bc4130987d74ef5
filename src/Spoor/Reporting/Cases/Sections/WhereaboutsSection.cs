using System.Globalization;
using Spoor.Reporting.Documents;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Where the money is now, with the least and the most that any rule could say, and the books that hold it together.</summary>
internal static class WhereaboutsSection
{
    public static Section Of(CaseContext context)
    {
        var trace = context.Findings.Trace;
        if (trace.Thefts.Count == 0)
        {
            return new("whereabouts", "Where the money is now", [new Piece.Paragraph("Not known: no transfer of the thief's addresses is at hand.")]);
        }

        return new("whereabouts", "Where the money is now",
        [
            new Piece.Paragraph("At the end of the transfers that are at hand. What is held may have moved since; what reached a service is known to that service alone."),
            new Piece.Grid(Ends(context)),
            new Piece.Paragraph(Bounds(context)),
            new Piece.Grid(Books(context)),
            new Piece.Paragraph("Each row adds up: stolen = held + stopped + fees, to the smallest unit; a difference would be an error of Spoor's."),
        ]);
    }

    private static Table Ends(CaseContext context)
    {
        var trace = context.Findings.Trace;
        var into = trace.Transfers.Where(traced => traced.Transfer.To is not null && traced.Transfer.Kind != TransferKind.UtxoIn)
            .ToLookup(traced => (traced.Transfer.Asset, traced.Transfer.To), traced => traced.Transfer);
        var ends = trace.Holdings.Where(holding => !(holding.Held + holding.Stopped).IsZero && !holding.IsSetAside)
            .OrderByDescending(holding => context.Coins.Knows(holding.Asset))
            .ThenBy(holding => holding.Asset)
            .ThenByDescending(holding => holding.Held + holding.Stopped)
            .ThenBy(holding => holding.Address, Comparer<Address?>.Create(Nullable.Compare));
        return new("ends", "Where it ended, by asset, largest first",
            ["Chain", "Address", "Asset", ">Amount", ">Least, most", ">Hops", "What is there", "Last (UTC)", "Transactions in"],
            [.. ends.Select(end => EndRow(context, end, into[(end.Asset, end.Address)]))]);
    }

    private static Row EndRow(CaseContext context, TracedHolding end, IEnumerable<Transfer> into) => new(
    [
        CaseContext.ChainOf(end.Asset.Chain), end.Address is { } address ? new Words.Code(AddressText.Render(end.Asset.Chain, address)) : "(no address)",
        context.Coins.ShortNameOf(end.Asset), context.Coins.Of(end.Asset, end.Held + end.Stopped),
        context.Findings.Bounds.Of(end.Asset, end.Address) is { } bounds ? $"{context.Coins.Of(end.Asset, bounds.Lower)}, {context.Coins.Of(end.Asset, bounds.Upper)}" : "",
        NumberText.Of(end.Hop), WhatIs(context, end), end.Last == DateTimeOffset.UnixEpoch ? "not known" : Rendered.Moment(end.Last), context.Transactions.CellOf(into),
    ]);

    private static string WhatIs(CaseContext context, TracedHolding end) => end.Stop?.ToString()
        ?? (end.Address is { } address && context.Findings.Inputs.Labels.Of(end.Asset.Chain, address) is { } label ? $"held: {label.Name}" : "held");

    private static string Bounds(CaseContext context)
    {
        var bounds = context.Findings.Bounds;
        string swapped = bounds.Swapped.Count > 0 ? " It is empty for assets into or out of which value was swapped." : "";
        return bounds.Gap is not null
            ? "The least and the most are left out: too many movements could have carried this value."
            : $"Least, most: what must and what can have ended there, whatever rule divides mixed money.{swapped}";
    }

    private static Table Books(CaseContext context)
    {
        var trace = context.Findings.Trace;
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number);
        return new("books", "The books: what was stolen and where it ended",
            [">Theft", "Chain", "Asset", "First received by", ">Stolen", ">Held", ">Stopped", ">Fees", ">Difference", "Theft transactions"],
            [.. trace.Books.Select(book =>
            {
                var theft = thefts[book.Theft];
                var stopped = book.Stopped.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Value);
                return new Row(
                [
                    NumberText.Of(book.Theft), CaseContext.ChainOf(theft.Asset.Chain), context.Coins.ShortNameOf(theft.Asset),
                    theft.Address is { } address ? new Words.Code(AddressText.Render(theft.Asset.Chain, address)) : "(no address)",
                    context.Coins.Of(theft.Asset, book.Stolen), context.Coins.Of(theft.Asset, book.Held), context.Coins.Of(theft.Asset, stopped), context.Coins.Of(theft.Asset, book.Fees),
                    book.Difference.ToString(CultureInfo.InvariantCulture), context.Transactions.CellOf(trace.Transfers.Where(traced => traced.Theft == book.Theft && !traced.Claimed.IsZero).Select(traced => traced.Transfer)),
                ], $"book-{book.Theft}");
            })]);
    }
}
