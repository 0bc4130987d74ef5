using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Web.Accounts;
using SvgText = Spoor.Reporting.SvgText;

namespace Spoor.Web.Pages.Flow;

/// <summary>What leaves the page: files, the link, and the books of other rules that come to it.</summary>
public sealed partial class FlowPage
{
    private string? _jump;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private AuditLog Audit { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_jump is { } key && _stage is not null)
        {
            _jump = null;
            await _stage.JumpAsync(key);
        }
    }

    private async Task SaveAsync(string form)
    {
        if (_scene is not { } scene)
        {
            return;
        }

        try
        {
            Audit.Write(await Visitor.AtLeastAsync(Role.Viewer), "flow.exported", new() { ["of"] = Incident ?? Thefts ?? Seeds, ["form"] = form });
            string name = $"flow-{(Incident is null ? "thefts" : Incident)}-{scene.View.Rule.Name}";
            string title = $"Where the {scene.Map.Captions.Coins.NameOf(scene.Graph.Asset)} stolen from {scene.Map.Captions.Victim} went";
            switch (form)
            {
                case "svg":
                    await Script.InvokeVoidAsync("spoor.save", $"{name}.svg", "image/svg+xml", SvgText.Of(scene.Draw(title)));
                    break;
                case "png":
                    await _stage!.SavePictureAsync($"{name}.png", SvgText.Of(scene.Draw(title)));
                    break;
                default:
                    using (var text = new StringWriter())
                    {
                        FlowCsv.Write(scene, text);
                        await Script.InvokeVoidAsync("spoor.save", $"{name}.csv", "text/csv", text.ToString());
                    }

                    break;
            }
        }
        catch (Exception failure) when (failure is not JSDisconnectedException)
        {
            Tell(failure);
        }
    }

    private async Task ShareAsync()
    {
        if (_link is null)
        {
            Tell(new FormatException("This view has too much chosen by hand for a link; undo some, or export it as a file."));
            return;
        }

        await Script.InvokeVoidAsync("navigator.clipboard.writeText", Navigation.ToAbsoluteUri(_link).ToString());
        Snackbar.Add("The link is copied: it opens exactly this view.", Severity.Success);
    }

    // One rule after the other, each shown as it comes.
    private async Task CompareAsync()
    {
        var (scene, question) = (_scene!, _question!);
        (_comparing, _others) = (true, []);
        try
        {
            foreach (var rule in TaintRule.All.Where(rule => rule != scene.View.Rule))
            {
                var run = await Shelf.RunAsync(question, scene.View.By(rule), _leaving.Left);
                var found = await run.Found;
                if (_scene?.Map != scene.Map)
                {
                    return;
                }

                _others = [.. _others, FlowBook.Of(found.Trace, scene.Graph.Asset)];
                StateHasChanged();
            }
        }
        catch (Exception failure) when (failure is not JSDisconnectedException && !_leaving.IsOver)
        {
            Tell(failure);
        }
        finally
        {
            _comparing = false;
        }
    }
}
