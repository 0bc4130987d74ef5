using System.Globalization;

namespace Spoor.Reporting.Flows.Views;

/// <summary>The movements behind what is shown, as a table; no cell is a formula.</summary>
public static class FlowCsv
{
    private static readonly string[] Header =
    [
        "from_box", "to_box", "kind", "chain", "tx", "time", "from", "from_name", "to_chain", "to", "to_name", "asset", "amount_origin", "paid", "got", "over", "matched_by", "rule",
    ];

    public static void Write(FlowScene scene, TextWriter output) => CsvText.Write(output, Header, scene.Graph.Edges.SelectMany(edge => RowsOf(scene, edge)));

    private static IEnumerable<string?[]> RowsOf(FlowScene scene, FlowEdge edge)
    {
        var (from, to) = (scene.Graph.Nodes[edge.From], scene.Graph.Nodes[edge.To]);
        return scene.Map.Between(from.Places, to.Places).Select(move => new[]
        {
            Number(scene.Numbers[edge.From]), Number(scene.Numbers[edge.To]), move.Kind.ToString().ToLowerInvariant(), move.Chain.Value, move.Tx.Render(move.Chain), Rendered.Moment(move.Time),
            move.From.Address is null ? null : move.From.ToString(), NameOf(scene, move.From), move.To.Chain.Value, move.To.Address is null ? null : move.To.ToString(), NameOf(scene, move.To),
            scene.Graph.Asset.ToString(), move.Amount.ToString(), Sides(move.Paid), Sides(move.Got), move.Over, move.MatchedBy, scene.View.Rule.Name,
        });
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? NameOf(FlowScene scene, FlowPlace place) => place.Address is not null && scene.Map.Captions.NameOf(place) is var name && name != FlowCaptions.ShortAddress(place) ? name : null;

    private static string Sides(IEnumerable<Tracing.Swaps.ConvertedAmount> sides) => string.Join(" + ", sides.Select(side => $"{side.Amount} {side.Asset}"));
}
