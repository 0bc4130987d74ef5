using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>A trace as a page: what was stolen, where it is now, and the books.</summary>
internal static class TraceText
{
    // A page is read, not scrolled; --json and --csv have everything.
    private const int MaxRows = 25;

    /// <param name="words">The command that made the trace, to be repeated with a word more.</param>
    /// <param name="compare">The command that compares the rules on the same address.</param>
    public static void Write(Terminal terminal, Whereabouts whereabouts, TaintBounds bounds, AmountText amounts, string words, string compare)
    {
        var trace = whereabouts.Trace;
        bool forward = trace.Request.Direction == TraceDirection.Out;
        terminal.Heading($"Traced {(forward ? "forward" : "backward")} by {trace.Request.Rule.Name} ({trace.Request.Rule.Title})");
        terminal.Line();
        WhereaboutsText.Write(terminal, whereabouts, amounts);
        WriteThefts(terminal, trace, amounts);
        WriteEnds(terminal, trace, bounds, amounts, "Address by address");
        ConversionText.Write(terminal, trace, amounts);
        WriteBooks(terminal, trace, amounts);
        WriteNotes(terminal, trace);
        BoundsText.WriteNote(terminal, trace, bounds, amounts);
        if (trace.Thefts.Count > 0)
        {
            terminal.Next(
                ($"{words} --tree", "the way it took, as a tree"),
                ($"{words} --json", "everything, for programs"),
                (compare, "which of this depends on the rule"));
        }
    }

    private static void WriteThefts(Terminal terminal, Trace trace, AmountText amounts)
    {
        terminal.Heading(trace.Request.Direction == TraceDirection.Out ? "Stolen" : "To be explained");
        terminal.Table(
            [">#", "Asset", ">Amount", "By", "Named by"],
            trace.Thefts.Take(MaxRows).Select(theft => (IReadOnlyList<string>)
            [
                Counted.Of(theft.Number), amounts.ShortNameOf(theft.Asset), amounts.Of(theft.Asset, theft.Amount),
                AddressOf(theft.Asset.Chain, theft.Address), theft.Tx is { } tx ? Shorten(tx.Render(theft.Asset.Chain)) : theft.Id[..theft.Id.IndexOf(':', StringComparison.Ordinal)],
            ]));
        Fold(terminal, trace.Thefts.Count, "theft", "thefts");
    }

    private static void WriteEnds(Terminal terminal, Trace trace, TaintBounds bounds, AmountText amounts, string heading)
    {
        var ends = trace.Holdings.Where(holding => !(holding.Held + holding.Stopped).IsZero && !holding.IsSetAside)
            .OrderByDescending(holding => amounts.Knows(holding.Asset))
            .ThenBy(holding => holding.Asset)
            .ThenByDescending(holding => holding.Held + holding.Stopped)
            .ToList();
        terminal.Heading(heading);
        terminal.Table(
            ["Address", "Asset", ">Amount", BoundsText.Column, ">Share", ">Hop", trace.Request.Direction == TraceDirection.Out ? "Why it ends" : "Why it begins there"],
            ends.Take(MaxRows).Select(end => (IReadOnlyList<string>)
            [
                PlaceOf(end), amounts.ShortNameOf(end.Asset), amounts.Of(end.Asset, end.Held + end.Stopped),
                BoundsText.Of(bounds, end.Asset, end.Address, amounts), ShareOf(trace, end), Counted.Of(end.Hop),
                WhyOf(trace, end),
            ]));
        Fold(terminal, ends.Count, "address", "addresses");
        WriteSetAside(terminal, trace);
    }

    // One line for all: they are in the books, and not worth a row each.
    private static void WriteSetAside(Terminal terminal, Trace trace)
    {
        int count = trace.Holdings.Count(holding => holding.IsSetAside);
        if (count > 0)
        {
            terminal.Line($"  Set aside: {Counted.Of(count, "address", "addresses")} paid in a way that does not look like laundering (--json says why of each, --through ADDRESS follows one).");
            terminal.Line();
        }
    }

    // Of all that was stolen of the asset for which it stands; of several assets there is no one share.
    private static string ShareOf(Trace trace, TracedHolding end)
    {
        var thefts = trace.Thefts.Where(theft => end.Rests.Any(rest => rest.Key == theft.Number)).Select(theft => theft.Asset).Distinct().ToList();
        return thefts is not [var asset]
            ? ""
            : AmountText.Share(
                end.Rests.Aggregate(Amount.Zero, (sum, rest) => sum + rest.Value),
                trace.Thefts.Where(theft => theft.Asset == asset).Aggregate(Amount.Zero, (sum, theft) => sum + theft.Amount));
    }

    private static string PlaceOf(TracedHolding end) =>
        end is { Address: null, Stop.Reason: StopReason.Issue } ? "(newly issued)" : AddressOf(end.Asset.Chain, end.Address);

    // Backward, what is left in a holding at the beginning of the data was there before.
    private static string WhyOf(Trace trace, TracedHolding end)
    {
        string held = trace.Request.Direction == TraceDirection.Out ? "held" : "there before the data begin";
        return end.Stop?.ToString()
            ?? (end.Address is { } address && trace.Request.Stops.Labels.Of(end.Asset.Chain, address) is { } label ? $"{held}: {label.Name}" : held);
    }

    private static void WriteBooks(Terminal terminal, Trace trace, AmountText amounts)
    {
        terminal.Heading("Books");
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number);
        terminal.Table(
            trace.Request.Direction == TraceDirection.Out
                ? [">#", "Asset", ">Stolen", ">Held", ">Stopped", ">Fees", ">Overcount", ">Difference"]
                : [">#", "Asset", ">To explain", ">Before data", ">Stopped", ">Fees", ">Overcount", ">Difference"],
            trace.Books.Take(MaxRows).Select(book =>
            {
                var asset = thefts[book.Theft].Asset;
                var stopped = book.Stopped.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Value);
                return (IReadOnlyList<string>)
                [
                    Counted.Of(book.Theft), amounts.ShortNameOf(asset), amounts.Of(asset, book.Stolen), amounts.Of(asset, book.Held),
                    amounts.Of(asset, stopped), amounts.Of(asset, book.Fees), amounts.Of(asset, book.Overcount), book.Difference.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ];
            }));
        Fold(terminal, trace.Books.Count, "book", "books");
        foreach (var reason in trace.Books.SelectMany(book => book.Stopped.Select(stop => (stop.Key, Asset: thefts[book.Theft].Asset, stop.Value)))
            .GroupBy(stop => (stop.Key, stop.Asset)).OrderBy(group => group.Key.Key).ThenBy(group => group.Key.Asset).Take(MaxRows))
        {
            var sum = reason.Aggregate(Amount.Zero, (total, stop) => total + stop.Value);
            terminal.Line($"  Stopped at {new TraceStop(reason.Key.Key, null).Name}: {amounts.WithName(reason.Key.Asset, sum)}");
        }
    }

    private static void WriteNotes(Terminal terminal, Trace trace)
    {
        terminal.Line();
        terminal.Line($"  {Counted.Of(trace.Transfers.Count, "tainted transfer", "tainted transfers")}, {Counted.Of(trace.Holdings.Count, "holding", "holdings")} reached.");
        if (trace.Books.Any(book => book.Stopped.Any(stop => stop.Key == StopReason.Mixer)))
        {
            terminal.Line("  A mixer ends what can be traced. Who may have withdrawn, as hypotheses with their chances: spoor mixer links");
        }

        if (trace.Openings.Count > 0)
        {
            terminal.Line($"  {Counted.Of(trace.Openings.Count, "opening balance", "opening balances")}: more was spent than the data show coming in (docs/methods/openings.md).");
        }

        foreach (var asset in trace.Refused)
        {
            terminal.Line($"  Left out: {asset}, of which more moved than an honest asset has.");
        }

        if (trace.Collisions.Count > 0)
        {
            terminal.Line($"  {Counted.Of(trace.Collisions.Count, "collision", "collisions")}: value that two thefts claim stays with the first.");
        }

        int inexact = trace.Transfers.Select(traced => traced.Transfer).Where(transfer => transfer.Quality != AmountQuality.Exact).Distinct().Count();
        if (inexact > 0)
        {
            terminal.Line($"  {Counted.Of(inexact, "transfer has an amount", "transfers have amounts")} that the source rounded: the books balance over rounded figures.");
        }
    }

    private static void Fold(Terminal terminal, int count, string one, string many)
    {
        if (count > MaxRows)
        {
            terminal.Line($"  … and {Counted.Of(count - MaxRows, one, many)} more (--json has all)");
        }

        terminal.Line();
    }

    private static string AddressOf(ChainId chain, Address? address) => address is { } known ? AddressText.Render(chain, known) : "(no address)";

    private static string Shorten(string hash) => $"{hash[..10]}…{hash[^6..]}";
}
