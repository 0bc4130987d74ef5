using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Reporting;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Web.Accounts;
using Spoor.Web.Pages.Elements;

namespace Spoor.Web.Pages.Flow;

/// <summary>Where stolen value went, as a picture to work in: the trace of a case, or of thefts that somebody names.</summary>
public sealed partial class FlowPage : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly PageLife _leaving = new();
    private FlowQuestion? _question;
    private string? _opened;
    private FlowHistory _history = new(FlowView.Start);
    private FlowFound? _found;
    private FlowScene? _scene;
    private FlowStage? _stage;
    private FlowRun? _run;
    private Exception? _failure;
    private string _title = "Flow";
    private string _progress = "";
    private string _bare = "/";
    private string? _link;
    private string? _band;

    [Parameter]
    public string? Incident { get; set; }

    [SupplyParameterFromQuery(Name = "v")]
    private string? ViewText { get; set; }

    [SupplyParameterFromQuery(Name = "theft")]
    private string? Thefts { get; set; }

    [SupplyParameterFromQuery(Name = "seed")]
    private string? Seeds { get; set; }

    [SupplyParameterFromQuery(Name = "chain")]
    private string? Chain { get; set; }

    [SupplyParameterFromQuery(Name = "opening")]
    private string? Opening { get; set; }

    [Inject]
    private FlowShelf Shelf { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        var question = new FlowQuestion { Incident = Incident, Thefts = Thefts, Seeds = Seeds, Chain = Chain, Opening = Opening };
        if (question == _question && ViewText == _opened)
        {
            return;
        }

        (_question, _opened, _failure, _scene, _found, _band, _others) = (question, ViewText, null, null, null, null, []);
        _bare = Bare(Navigation.Uri);
        _title = Incident is null ? "Flow" : $"Flow of {Incident}";
        try
        {
            _history = new(ViewText is null ? FlowView.Start : FlowViewText.Parse(ViewText));
            await FollowAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _failure = failure;
        }
    }

    // Traces as the view asks for it, while the page says how far it is.
    private async Task FollowAsync()
    {
        bool isOwn = Incident is null || _history.Now.Through.Count + _history.Now.StopAt.Count > 0;
        await Visitor.AtLeastAsync(isOwn ? Role.Investigator : Role.Viewer);
        if (Incident is null && Thefts is null && Seeds is null)
        {
            return;
        }

        var run = await Shelf.RunAsync(_question!, _history.Now, _leaving.Left);
        _run = run;
        while (!run.Found.IsCompleted && _run == run)
        {
            _progress = TextOf(_history.Now.Rule, run.Progress);
            StateHasChanged();
            await Task.WhenAny(run.Found, Task.Delay(Glance, Clock, _leaving.Left));

            // A pause of a page that is left is over at once: without this the loop would never give its thread back.
            _leaving.Left.ThrowIfCancellationRequested();
        }

        // Another was asked for meanwhile: that one is shown.
        if (_run == run)
        {
            _run = null;
            _found = await run.Found;
            Arrange();
        }
    }

    private void Arrange()
    {
        var view = _history.Now;
        var assets = _found!.Assets;
        if (assets.Count == 0)
        {
            _scene = null;
            return;
        }

        Show(FlowScene.Of(_found.MapOf(view.Asset is { } asset && assets.Contains(asset) ? asset : assets[0]), view, _scene));
    }

    private void Show(FlowScene scene)
    {
        _scene = scene;
        string? text = FlowViewText.Of(scene.View);
        _link = text is null ? null : $"{_bare}{(_bare.Contains('?', StringComparison.Ordinal) ? '&' : '?')}v={text}";
        _band = _band is not null && BandOf(_band) is null ? null : _band;
    }

    private void Cancel() => _run?.Cancel();

    private void Tell(Exception failure) => Snackbar.Add(FailureText.Of(failure), Severity.Warning);

    private static string TextOf(TaintRule rule, TraceProgress progress) =>
        $"Following by the rule {rule.Name}: {NumberText.Of(progress.Holdings)} holdings, {NumberText.Of(progress.Transfers)} transfers so far…";

    // The address of the page without a view.
    private static string Bare(string uri)
    {
        var address = new Uri(uri);
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith("v=", StringComparison.Ordinal)).ToList();
        return kept.Count == 0 ? address.AbsolutePath : $"{address.AbsolutePath}?{string.Join('&', kept)}";
    }
}
