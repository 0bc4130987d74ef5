using Microsoft.AspNetCore.Components;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Flow;

/// <summary>One chosen box.</summary>
public sealed partial class FlowBoxDetail
{
    private const int Most = 12;

    private FlowPlace _place;
    private string _key = "";
    private string _note = "";
    private IReadOnlyList<FlowPlace> _members = [];
    private IReadOnlyList<(string Key, string Name, string Amount)> _in = [];
    private IReadOnlyList<(string Key, string Name, string Amount)> _out = [];

    [Parameter, EditorRequired]
    public FlowScene Scene { get; set; } = null!;

    [Parameter, EditorRequired]
    public FlowNode Node { get; set; } = null!;

    [Parameter]
    public EventCallback<FlowAct> OnAct { get; set; }

    [Parameter]
    public EventCallback<(FlowPlace Place, string Text)> OnNote { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<FlowPlace>> OnShow { get; set; }

    private bool IsPinned => Scene.View.Pinned.ContainsKey(_place);

    protected override void OnParametersSet()
    {
        (_place, _key) = (Node.Places[0], FlowScene.KeyOf(Node));
        _note = Scene.View.Notes.GetValueOrDefault(_place, "");
        _members = Node.IsFolded ? [.. Node.Places.OrderByDescending(ReceivedOf).ThenBy(place => place).Take(Most)] : [];
        int number = Scene.Find(_key) ?? -1;
        _in = [.. Scene.Graph.Edges.Where(edge => edge.To == number).OrderByDescending(edge => edge.Amount).Take(Most).Select(edge => Told(edge, edge.From))];
        _out = [.. Scene.Graph.Edges.Where(edge => edge.From == number).OrderByDescending(edge => edge.Amount).Take(Most).Select(edge => Told(edge, edge.To))];
    }

    private (string Key, string Name, string Amount) Told(FlowEdge edge, int other) => (
        $"{Scene.KeyOf(edge.From)}>{Scene.KeyOf(edge.To)}",
        $"{FlowWords.NameOf(Scene, Scene.Graph.Nodes[other])}",
        Scene.Map.Captions.Coins.Rounded(Scene.Graph.Asset, edge.Amount));

    private Amount ReceivedOf(FlowPlace place) => Scene.Map.NumberOf(place) is { } number ? Scene.Map.Graph.Nodes[number].Received : Amount.Zero;

    private static string Pressed(bool on) => on ? "true" : "false";

    private Task Do(string word) => OnAct.InvokeAsync(new(word, _key, 0, 0));

    private Task Pin()
    {
        var box = Scene.Layout.Boxes[Scene.Find(_key)!.Value];
        return OnAct.InvokeAsync(new(IsPinned ? "unpin" : "pin", _key, (int)box.X, (int)box.Y));
    }
}
