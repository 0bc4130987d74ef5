using Microsoft.AspNetCore.Components;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Flow;

/// <summary>What is chosen in the picture, in words and tables.</summary>
public sealed partial class FlowPanel
{
    private const int MostMoves = 100;

    private (FlowNode From, FlowNode To)? _ends;
    private IReadOnlyList<FlowMove> _moves = [];
    private IReadOnlyList<FlowNode> _chosen = [];
    private Amount _amount;

    [Parameter, EditorRequired]
    public FlowScene Scene { get; set; } = null!;

    /// <summary>The keys of the ends of a band; null where none is chosen.</summary>
    [Parameter]
    public string? Band { get; set; }

    [Parameter]
    public EventCallback<FlowAct> OnAct { get; set; }

    [Parameter]
    public EventCallback<(FlowPlace Place, string Text)> OnNote { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<FlowPlace>> OnShow { get; set; }

    protected override void OnParametersSet()
    {
        _ends = Band?.Split('>') is [var from, var to] && Scene.Find(from) is { } left && Scene.Find(to) is { } right ? (Scene.Graph.Nodes[left], Scene.Graph.Nodes[right]) : null;
        _moves = _ends is var (one, other) ? Scene.Map.Between(one.Places, other.Places) : [];
        _amount = _moves.Aggregate(Amount.Zero, (sum, move) => sum + move.Amount);
        _chosen = [.. Scene.Graph.Nodes.Skip(1).Where(node => node.Places.All(Scene.View.Selected.Contains))];
    }

    private Task Do(string word) => OnAct.InvokeAsync(new(word, FlowScene.KeyOf(_chosen[0]), 0, 0));
}
