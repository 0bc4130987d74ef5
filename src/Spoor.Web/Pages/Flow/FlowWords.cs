using System.Globalization;
using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Flow;

/// <summary>Words that several parts of the page share.</summary>
internal static class FlowWords
{
    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string NameOf(FlowScene scene, FlowNode node) =>
        node.IsVictim ? scene.Map.Captions.Victim
        : node.IsFolded ? $"{NumberText.Of(node.Places.Count, "address", "addresses")} together"
        : scene.Map.Captions.NameOf(node.Places[0]);

    /// <summary>The amount, and what it was worth where that is known.</summary>
    public static string Amount(FlowMap map, Amount amount) =>
        $"{map.Captions.Coins.WithName(map.Graph.Asset, amount)}{(map.Worth.Of(amount) is { } worth ? $" ({worth})" : "")}";

    public static string Sides(FlowMap map, IReadOnlyList<ConvertedAmount> sides) => string.Join(" + ", sides.Select(side => map.Captions.Coins.WithName(side.Asset, side.Amount)));

    /// <summary>What a movement was, on one line.</summary>
    public static string LineOf(FlowMap map, FlowMove move) =>
        $"{Minute(move.Time)}  {Sides(map, move.Paid)}{(move.Got.Count == 0 ? "" : $" → {Sides(map, move.Got)}")}{(move.Over is null ? "" : $" over {move.Over}")}  {Short(move.Tx.Render(move.Chain))}";

    public static string? PageOf(FlowPlace place) =>
        place.Address is { } address && ChainRegistry.TryGet(place.Chain, out var chain) ? chain.PageOf(address) : null;

    public static string? PageOf(FlowMove move) => ChainRegistry.TryGet(move.Chain, out var chain) ? chain.PageOf(move.Tx) : null;

    public static string Short(string text) => text.Length > 15 ? $"{text[..8]}…{text[^4..]}" : text;
}
