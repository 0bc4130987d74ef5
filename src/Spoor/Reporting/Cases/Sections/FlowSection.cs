using Spoor.Reporting.Documents;
using Spoor.Reporting.Flows;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>The way of the value as figures, each with a table of its boxes, and what it was exchanged for.</summary>
internal static class FlowSection
{
    public static Section Of(CaseContext context)
    {
        var trace = context.Findings.Trace;
        if (context.Flows.Count == 0)
        {
            return new("flow", "The way the value took", [new Piece.Paragraph($"There is no way to show: {NothingTaken.Reason}.")]);
        }

        string left = context.FlowsLeftOut > 0 ? $" {NumberText.Of(context.FlowsLeftOut, "further asset has", "further assets have")} no figure; the tables have all of them." : "";
        return new("flow", "The way the value took",
        [
            new Piece.Paragraph($"Followed by the rule {trace.Request.Rule.Name} ({trace.Request.Rule.Title}), in units of the asset that was stolen, whatever it was exchanged for on the way. A box is an address, or several folded into one; a dashed box says how many.{left}"),
            .. context.Flows.SelectMany((flow, i) => Pieces(context, flow, i + 1)),
            .. Conversions(context),
        ]);
    }

    private static IEnumerable<Piece> Pieces(CaseContext context, FlowFigure flow, int number)
    {
        var theirs = context.Findings.Trace.Thefts.Where(theft => theft.Asset == flow.Graph.Asset).Select(theft => theft.Number).ToHashSet();
        var moves = context.Findings.Trace.Transfers.Where(traced => theirs.Contains(traced.Theft)).Select(traced => traced.Transfer).ToList();
        var into = moves.Where(move => move.Kind != TransferKind.UtxoIn).ToLookup(move => new FlowPlace(move.Chain, move.To));
        string folded = flow.Graph.Nodes.Count < flow.Whole.Nodes.Count ? $" {NumberText.Of(flow.Whole.Nodes.Count - 1, "address", "addresses")} in {NumberText.Of(flow.Graph.Nodes.Count - 1, "box", "boxes")}." : "";
        return
        [
            new Piece.Picture(new($"flow-{number}", $"Where the {context.Coins.NameOf(flow.Graph.Asset)} went.{folded} The table below says of every box which addresses it holds.", flow.Drawing)),
            new Piece.Grid(new($"flow-{number}-boxes", $"The boxes of the figure ({context.Coins.NameOf(flow.Graph.Asset)})",
                ["Box", "Chain", "Address", "Name", "First reached (UTC)", ">Received", ">Not paid out", "Ends here", "Transactions in"],
                [.. flow.Graph.Nodes.Skip(1).Select((node, i) => BoxRow(context, flow, node, i + 1, number, into))])),
        ];
    }

    private static Row BoxRow(CaseContext context, FlowFigure flow, FlowNode node, int box, int number, ILookup<FlowPlace, Transfer> into)
    {
        const int Named = 3;
        List<Words> addresses = [.. node.Places.Take(Named).SelectMany((place, i) => new Words[] { i == 0 ? "" : ", ", new Words.Code(place.ToString()) }).Where(words => words.Text.Length > 0)];
        if (node.Places.Count > Named)
        {
            addresses.Add($" and {NumberText.Of(node.Places.Count - Named)} more");
        }

        var asset = flow.Graph.Asset;
        return new(
        [
            $"#{box}", string.Join(", ", node.Places.Select(place => CaseContext.ChainOf(place.Chain)).Distinct()), new(addresses),
            node.IsFolded ? "" : context.Findings.Inputs.Labels is var labels && node.Places[0].Address is { } address && labels.Of(node.Places[0].Chain, address) is { } label ? label.Name : "",
            node.First == DateTimeOffset.UnixEpoch || node.First == DateTimeOffset.MaxValue ? "not known" : Rendered.Moment(node.First),
            context.Coins.Of(asset, node.Received), node.Held.IsZero ? "" : context.Coins.Of(asset, node.Held),
            string.Join("; ", Unseen(context, asset, node).Concat(node.Stops.Take(Named).Select(stop => $"{stop.Stop}: {context.Coins.Of(asset, stop.Amount)}")).Concat(node.Swaps.Take(Named).Select(swap => $"swaps {swap}"))),
            context.Transactions.CellOf(node.Places.SelectMany(place => into[place])),
        ], $"flow-{number}-box-{box}");
    }

    private static IEnumerable<string> Unseen(CaseContext context, AssetId asset, FlowNode node) =>
        node.Unseen.IsZero ? [] : [$"the data end: {context.Coins.Of(asset, node.Unseen)}"];

    private static IEnumerable<Piece> Conversions(CaseContext context)
    {
        var conversions = context.Findings.Trace.Conversions;
        return conversions.Count == 0 ? [] :
        [
            new Piece.Grid(new("conversions", "Exchanged on the way, largest first",
                ["Time (UTC)", "By", "Gave", "Got", "Over", "Transaction"],
                [.. conversions.OrderByDescending(traced => traced.Origin).ThenBy(traced => traced.Conversion.First.Time).ThenBy(traced => traced.Conversion.First.Position).ThenBy(traced => traced.Theft).Select(traced => ConversionRow(context, traced))])),
        ];
    }

    private static Row ConversionRow(CaseContext context, TracedConversion traced)
    {
        var first = traced.Conversion.First;
        var given = traced.Conversion.Given.Select((side, i) => context.Coins.WithName(side.Asset, traced.Given[i]));
        var got = traced.Crossing is null
            ? traced.Conversion.Received.Select((side, i) => context.Coins.WithName(side.Asset, traced.Received[i]))
            : traced.Arrival is { } arrival ? [context.Coins.WithName(arrival.Asset, traced.Received[0])] : ["not known"];
        return new(
        [
            Rendered.Moment(first.Time), new Words.Code(AddressText.Render(first.Chain, traced.Conversion.Address)), string.Join(" + ", given), string.Join(" + ", got),
            traced.Crossing?.Name ?? "a swap", context.Transactions.WordsOf(first.Chain, first.Tx),
        ]);
    }
}
