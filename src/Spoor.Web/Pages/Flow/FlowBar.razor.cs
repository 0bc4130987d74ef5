using Microsoft.AspNetCore.Components;
using Spoor.Reporting;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Flow;

/// <summary>Asset, rule, search, undo, link and files.</summary>
public sealed partial class FlowBar
{
    private static readonly int[] Steps = [20, 40, 100, 250, FlowView.MaxBoxes];

    private static readonly string[] Forms = ["svg", "png", "csv"];

    private string _find = "";

    [Parameter, EditorRequired]
    public FlowScene Scene { get; set; } = null!;

    [Parameter, EditorRequired]
    public FlowHistory History { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<AssetId> Stolen { get; set; } = [];

    /// <summary>What the last search found.</summary>
    [Parameter]
    public IReadOnlyList<FlowPlace> Found { get; set; } = [];

    [Parameter]
    public EventCallback<Func<FlowView, FlowView>> OnView { get; set; }

    [Parameter]
    public EventCallback<string> OnJump { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    [Parameter]
    public EventCallback OnRedo { get; set; }

    [Parameter]
    public EventCallback OnShare { get; set; }

    [Parameter]
    public EventCallback<string> OnSave { get; set; }

    private static string Text(ChangeEventArgs change) => change.Value?.ToString() ?? "";

    private string Sum()
    {
        int all = Scene.Map.Graph.Nodes.Count - 1;
        string folded = Scene.FoldedAddresses == 0 ? "" : $", {NumberText.Of(Scene.FoldedAddresses)} folded";
        return $"{NumberText.Of(all, "address", "addresses")}, {NumberText.Of(Scene.Graph.Nodes.Count, "box", "boxes")}{folded}";
    }
}
