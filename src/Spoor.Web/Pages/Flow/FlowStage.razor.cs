using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;

namespace Spoor.Web.Pages.Flow;

/// <summary>Draws a scene, and tells what somebody does to it.</summary>
public sealed partial class FlowStage : IAsyncDisposable
{
    // Keys are an address and its chain, or two of them.
    private const int MaxKey = 600;

    // The canvas grows in steps: with every other size the browser lays out all words anew.
    private const int Step = 8_192;

    private ElementReference _frame;
    private IJSObjectReference? _module;
    private DotNetObjectReference<FlowStage>? _self;
    private FlowScene? _drawn;
    private string? _drawnBand;
    private bool _isNew;
    private int _drawings;
    private int _width;
    private int _height;
    private List<BoxSight> _boxes = [];
    private List<BandSight> _bands = [];
    private List<(int X, string From, string To)> _times = [];

    [Parameter, EditorRequired]
    public FlowScene Scene { get; set; } = null!;

    /// <summary>The keys of the ends of the band that is looked at; null for none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The text of the view for the address of the page; null where it is too long.</summary>
    [Parameter]
    public string? Link { get; set; }

    [Parameter]
    public EventCallback<FlowAct> OnAct { get; set; }

    /// <summary>The movements behind a band, a line each.</summary>
    [Parameter, EditorRequired]
    public Func<string, IReadOnlyList<string>> TipOf { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>Something was done to a box, a band or all.</summary>
    [JSInvokable]
    public Task ActAsync(string word, string key, int x, int y) =>
        word.Length > 20 || key.Length > MaxKey ? Task.CompletedTask : OnAct.InvokeAsync(new(word, key, x, y));

    [JSInvokable]
    public string[] Tip(string key) => key.Length > MaxKey ? [] : [.. TipOf(key)];

    /// <summary>Brings a box into the middle, and the focus onto it.</summary>
    public async Task JumpAsync(string key)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("jump", _frame, key);
        }
    }

    public async Task SavePictureAsync(string name, string svg)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("png", name, svg);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("detach", _frame);
                await _module.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser is gone, and everything in it.
            }
        }
    }

    protected override bool ShouldRender() => _isNew;

    protected override void OnParametersSet()
    {
        _isNew = _drawn != Scene || _drawnBand != Chosen;
        if (!_isNew)
        {
            return;
        }

        bool isMoved = _drawn?.Layout != Scene.Layout;
        if (isMoved)
        {
            _width = Scene.Layout.Boxes.Max(box => (int)Math.Ceiling(box.X)) + FlowLayout.BoxWidth + FlowLayout.Left;
            _height = Math.Max(Scene.Layout.Bottom, Scene.Layout.Boxes.Max(box => (int)Math.Ceiling(box.Y + box.Height))) + FlowLayout.Left;
            _times = [.. Scene.Layout.Columns.Select((times, column) => (column, times)).Where(one => one is { column: > 0, times: not null }).Select(one => TimesOf(one.column, one.times!.Value))];
        }

        if (isMoved || _drawnBand != Chosen)
        {
            _bands = [.. Scene.Layout.Bands.Select(band => BandSight.Of(Scene, band, Chosen))];
        }

        _boxes = [.. Scene.Layout.Boxes.Select(box => BoxSight.Of(Scene, box))];
        (_drawn, _drawnBand) = (Scene, Chosen);
        _drawings++;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", AssetFile.UrlOf("flow.js"));
            await _module.InvokeVoidAsync("attach", _frame, _self);
        }
    }

    private static int RoomFor(int pixels) => ((pixels / Step) + 1) * Step;

    private static (int X, string From, string To) TimesOf(int column, (DateTimeOffset From, DateTimeOffset Until) times) => (
        FlowLayout.Left + (column * FlowLayout.Pitch),
        $"{(times.From == times.Until ? "at" : "from")} {FlowWords.Minute(times.From)}",
        times.From == times.Until ? "" : $"to {FlowWords.Minute(times.Until)}");
}

/// <summary>What somebody did, to which box or band, and where they put it.</summary>
public sealed record FlowAct(string Word, string Key, int X, int Y);
