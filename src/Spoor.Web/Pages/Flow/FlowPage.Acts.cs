using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;

namespace Spoor.Web.Pages.Flow;

/// <summary>What is done to the picture.</summary>
public sealed partial class FlowPage
{
    // So many neighbours are shown at once, those with most value first.
    private const int AtOnce = 25;

    private const int MostFound = 12;
    private const int MostInTip = 6;

    private IReadOnlyList<FlowPlace> _places = [];
    private IReadOnlyList<FlowBook> _others = [];
    private bool _comparing;

    private async Task ActAsync(FlowAct act)
    {
        if (_scene is null)
        {
            return;
        }

        if (act.Word is "undo" or "redo")
        {
            await (act.Word == "undo" ? UndoAsync() : RedoAsync());
        }
        else if (act.Word == "band")
        {
            _band = BandOf(act.Key) is null ? null : act.Key;
        }
        else if (act.Word == "clear")
        {
            _band = null;
            Select([]);
        }
        else if (_scene.Find(act.Key) is int number and > 0)
        {
            await ActAsync(act, _scene.Graph.Nodes[number]);
        }
    }

    private async Task ActAsync(FlowAct act, FlowNode node)
    {
        var (view, place) = (_history.Now, node.Places[0]);
        switch (act.Word)
        {
            case "select":
                _band = null;
                Select(node.Places);
                break;
            case "add":
                Select(node.Places.All(view.Selected.Contains) ? view.Selected.Except(node.Places) : view.Selected.Union(node.Places));
                break;
            case "expand":
                await ChangeAsync(now => now.Show(node.IsFolded ? ByWeight(node) : FirstHidden(node)));
                break;
            case "hide":
                await ChangeAsync(now => now.Hide(now.Selected.Overlaps(node.Places) ? now.Selected.Union(node.Places) : node.Places));
                break;
            case "fold" when !node.IsFolded:
                await ChangeAsync(now => now.Fold(place));
                break;
            case "pin" when !node.IsFolded:
                await ChangeAsync(now => now.Pin(place, act.X, act.Y));
                break;
            case "unpin" when !node.IsFolded:
                await ChangeAsync(now => now.Unpin(place));
                break;
            case "through" when !node.IsFolded:
                await ChangeAsync(now => now.FollowThrough(place));
                break;
            case "stop" when !node.IsFolded:
                await ChangeAsync(now => now.Stop(place));
                break;
            default:
                break;
        }
    }

    private Task NoteAsync((FlowPlace Place, string Text) note) => ChangeAsync(view => view.Note(note.Place, note.Text));

    private Task ShowAsync(IReadOnlyList<FlowPlace> places) => ChangeAsync(view => view.Show(places));

    private async Task ChangeAsync(Func<FlowView, FlowView> change)
    {
        try
        {
            await GoAsync(_history.Do(change(_history.Now)));
        }
        catch (FormatException failure)
        {
            Tell(failure);
        }
    }

    private Task UndoAsync() => GoAsync(_history.Undo());

    private Task RedoAsync() => GoAsync(_history.Redo());

    // Another trace only where the view asks for one.
    private async Task GoAsync(FlowHistory next)
    {
        var before = _history;
        _history = next;
        try
        {
            if (next.Now.TracesAs(before.Now))
            {
                Arrange();
            }
            else
            {
                await FollowAsync();
                _others = [];
            }
        }
        catch (Exception failure) when (!_leaving.IsOver)
        {
            _history = before;
            _run = null;
            Arrange();
            Tell(failure);
        }
    }

    private void Select(IEnumerable<FlowPlace> places)
    {
        _history = _history.Replace(_history.Now.Select(places));
        Show(_scene!.Choosing(_history.Now));
    }

    private List<FlowPlace> ByWeight(FlowNode node) =>
        [.. node.Places.OrderByDescending(place => _scene!.Map.Graph.Nodes[_scene.Map.NumberOf(place)!.Value].Received).ThenBy(place => place).Take(AtOnce)];

    // Those beside a box that do not stand for themselves yet.
    private List<FlowPlace> FirstHidden(FlowNode node)
    {
        var stand = _scene!.Graph.Nodes.Where(other => other.Places.Count == 1).Select(other => other.Places[0]).ToHashSet();
        return [.. _scene.Map.Beside(node.Places).Where(place => !stand.Contains(place)).Take(AtOnce).Append(node.Places[0])];
    }

    private async Task FindAsync(string text)
    {
        _places = text.Trim().Length < 2 ? [] : _scene!.Map.Find(text.Trim(), MostFound);
        if (_places.Count == 0)
        {
            Tell(new FormatException($"Nothing in this flow has '{text}' in its address, name or transactions."));
            return;
        }

        var place = _places[0];
        if (!_scene!.Graph.Nodes.Any(node => node.Places.Count == 1 && node.Places[0] == place))
        {
            await ChangeAsync(view => view.Show([place]));
        }

        Select([place]);
        _jump = FlowScene.KeyOf(_scene.Map.Graph.Nodes[_scene.Map.NumberOf(place)!.Value]);
    }

    private (FlowNode From, FlowNode To)? BandOf(string key) => key.Split('>') is [var from, var to] && _scene?.Find(from) is { } left && _scene.Find(to) is { } right
        ? (_scene.Graph.Nodes[left], _scene.Graph.Nodes[right])
        : null;

    private IReadOnlyList<string> TipOf(string key)
    {
        if (_scene is null || BandOf(key) is not var (from, to))
        {
            return [];
        }

        var moves = _scene.Map.Between(from.Places, to.Places);
        return [.. moves.Take(MostInTip).Select(move => FlowWords.LineOf(_scene.Map, move)), .. moves.Count > MostInTip ? [$"and {moves.Count - MostInTip} more"] : Array.Empty<string>()];
    }
}
