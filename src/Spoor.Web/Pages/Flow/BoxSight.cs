using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;

namespace Spoor.Web.Pages.Flow;

/// <summary>All that is drawn of one box: equal sights need no drawing again.</summary>
public sealed record BoxSight
{
    public required string Key { get; init; }

    public required string X { get; init; }

    public required string Y { get; init; }

    public required string Height { get; init; }

    /// <summary>The lines of text with line feeds between.</summary>
    public required string Text { get; init; }

    public required string Style { get; init; }

    /// <summary>Styles and corners of the signs, each sign a line.</summary>
    public required string Marks { get; init; }

    public required bool IsSelected { get; init; }

    public required bool IsPinned { get; init; }

    public required bool IsNoted { get; init; }

    public string[] Lines => Text.Split('\n');

    /// <summary>What a reader of screens hears: the words that are seen, in their order.</summary>
    public string Label => $"{Text.Replace('\n', ' ')}{(IsPinned ? "; pinned" : "")}";

    public static BoxSight Of(FlowScene scene, FlowBox box)
    {
        var node = scene.Graph.Nodes[box.Node];
        bool isPlace = node is { IsVictim: false, IsFolded: false };
        return new()
        {
            Key = scene.KeyOf(box.Node),
            X = SvgText.Number(box.X),
            Y = SvgText.Number(box.Y),
            Height = SvgText.Number(box.Height),
            Text = string.Join('\n', box.Lines),
            Style = node.IsVictim ? "victim" : node.IsFolded ? "many" : FlowScene.HubOf(node) is not null ? "hub" : "card",
            Marks = string.Join('\n', MarksOf(node, (box.Height - (box.Lines.Count * FlowLayout.Line)) / 2)),
            IsSelected = node.Places.Count > 0 && node.Places.All(scene.View.Selected.Contains),
            IsPinned = isPlace && scene.View.Pinned.ContainsKey(node.Places[0]),
            IsNoted = isPlace && scene.View.Notes.ContainsKey(node.Places[0]),
        };
    }

    // Style, bar, corners.
    private static IEnumerable<string> MarksOf(FlowNode node, decimal top)
    {
        var marks = FlowMark.Of(node);
        for (int i = 0; i < marks.Count; i++)
        {
            decimal x = FlowLayout.BoxWidth - 8 - ((marks.Count - i) * (FlowMark.Size + 4)) + 4;
            yield return $"{marks[i].Style}|{string.Join(' ', marks[i].Corners.Select(corner => $"{SvgText.Number(x + corner.X)},{SvgText.Number(top + 1 + corner.Y)}"))}";
        }
    }
}
