using System.Globalization;
using Spoor.Reporting.Documents;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Where the money is as far as the data go, by the classes of places that traces have, and the books that hold it together.</summary>
internal static class WhereaboutsSection
{
    private const string Title = "Where the money is, as far as the data go";

    public static Section Of(CaseContext context)
    {
        var trace = context.Findings.Trace;
        if (trace.Thefts.Count == 0)
        {
            return new("whereabouts", Title, [new Piece.Paragraph($"Not known: {NothingTaken.Reason}. {NothingTaken.Remedy}")]);
        }

        return new("whereabouts", Title,
        [
            new Piece.Paragraph($"{context.Reach.Sentence()} What follows is how things stood then; any of it may have moved since. What reached a service is known to that service alone.{Caveat(context)}"),
            new Piece.Grid(Classes(context)),
            new Piece.Grid(EndsTable.Of(context)),
            new Piece.Paragraph(Bounds(context)),
            new Piece.Grid(context.Reach.Table()),
            new Piece.Grid(Books(context)),
            new Piece.Paragraph("Each row adds up: stolen = not paid out in the data + stopped + fees, to the smallest unit; a difference would be an error of Spoor's. Not paid out says what the data show, and not that it was there any longer."),
        ]);
    }

    private static string Caveat(CaseContext context) => context.Findings.Whereabouts.Places.Any(place => place.Class is TerminalClass.Active or TerminalClass.Dormant)
        ? " Active and dormant mean that the data show no payment out by then; transfers that somebody selected, instead of reading them all from a node, may lack one."
        : "";

    private static Table Classes(CaseContext context)
    {
        var found = context.Findings.Whereabouts;
        return new("classes", "What became of each stolen asset, by kind of place",
            ["Stolen", "Kind of place", ">Addresses", ">Amount", ">Share", "By then (UTC)", "What that means"],
            [.. context.StolenAssets.SelectMany(asset => found.SumsOf(asset).Select(sum => new Row(
            [
                context.Coins.ShortNameOf(asset), TerminalNames.WordOf(sum.Class), sum.Addresses == 0 ? "" : NumberText.Of(sum.Addresses),
                context.Coins.Of(asset, sum.Amount), CoinText.Share(sum.Amount, found.WholeOf(asset)), ThenOf(context, asset, sum.Class), PlaceWords.Of(sum.Class),
            ])))]);
    }

    // The last end among the chains of a class: by then all of it is told.
    private static string ThenOf(CaseContext context, AssetId asset, TerminalClass kind)
    {
        var found = context.Findings.Whereabouts;
        var ends = found.Places.Where(place => place.Class == kind && !place.Of(asset).IsZero).Select(place => found.EndOf(place.Chain)).Distinct().ToList();
        return ends.Contains(null) ? "not known" : string.Join(" to ", new[] { ends.Min()!.Value, ends.Max()!.Value }.Distinct().Select(Rendered.Moment));
    }

    private static string Bounds(CaseContext context)
    {
        var bounds = context.Findings.Bounds;
        string swapped = bounds.Swapped.Count > 0 ? " It is empty for assets into or out of which value was swapped." : "";
        return bounds.Gap is not null
            ? "The least and the most are left out: too many movements could have carried this value."
            : $"Least, most: what must and what can have come to rest there by the end of the data, whatever rule divides mixed money.{swapped}";
    }

    private static Table Books(CaseContext context)
    {
        var trace = context.Findings.Trace;
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number);
        return new("books", "The books: what was stolen and what became of it in the data",
            [">Theft", "Chain", "Asset", "First received by", ">Stolen", ">Not paid out", ">Stopped", ">Fees", ">Difference", "Theft transactions"],
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
