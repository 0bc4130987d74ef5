using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Spoor.Web.Accounts;
using Spoor.Web.Importing;
using Spoor.Web.Pages.Elements;
using Spoor.Web.Serving;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Pages.Import;

/// <summary>Files by dropping or choosing; the browser sends them, so that they need not go through the page's connection.</summary>
public sealed partial class FileDrop : IAsyncDisposable
{
    private const int MostAtOnce = 100;

    private readonly List<SentFile> _files = [];
    private readonly Dictionary<int, SentFile> _kept = [];
    private ElementReference _zone;
    private ElementReference _input;
    private IJSObjectReference? _script;
    private DotNetObjectReference<FileDrop>? _self;
    private int _last;

    /// <summary>How the file of a number is to be imported, as the query of the route.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Query { get; set; } = _ => "";

    /// <summary>A file has arrived: its number here, its name and the id of its job.</summary>
    [Parameter]
    public EventCallback<(int File, string Name, string Job)> Arrived { get; set; }

    [Parameter]
    public string Accept { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    /// <summary>Sends a file once more, as <see cref="Query"/> says now.</summary>
    public async Task AgainAsync(int id)
    {
        if (_script is not null && _kept.TryGetValue(id, out var file))
        {
            (file.IsBegun, file.Sent) = (false, 0);
            _files.Add(file);
            await _script.InvokeVoidAsync("again", id);
        }
    }

    /// <summary>Forgets a file that was kept to be sent again.</summary>
    public async Task ForgetAsync(int id)
    {
        _kept.Remove(id);
        await (_script?.InvokeVoidAsync("cancel", id) ?? ValueTask.CompletedTask);
    }

    /// <summary>Whether a file can be sent again: it can until the page is left.</summary>
    public bool Keeps(int id) => _kept.ContainsKey(id);

    [JSInvokable]
    public async Task<int> ChosenAsync(string name, long bytes)
    {
        if (_files.Count >= MostAtOnce)
        {
            return 0;
        }

        var file = new SentFile(++_last, name, bytes);
        _files.Add(file);
        file.Refusal = await RefusalOf(file);
        StateHasChanged();
        return file.Refusal is null ? file.Id : 0;
    }

    [JSInvokable]
    public string? Begin(int id)
    {
        if (_files.Find(file => file.Id == id) is not { Refusal: null } file)
        {
            return null;
        }

        file.IsBegun = true;
        StateHasChanged();
        return $"/api/v1/imports?name={Uri.EscapeDataString(file.Name)}{Query(id)}";
    }

    [JSInvokable]
    public void Sent(int id, long bytes)
    {
        if (_files.Find(file => file.Id == id) is { } file)
        {
            file.Sent = bytes;
            StateHasChanged();
        }
    }

    [JSInvokable]
    public async Task EndedAsync(int id, int status, string answer)
    {
        if (_files.Find(file => file.Id == id) is not { } file)
        {
            return;
        }

        if (status == 202 && Member(answer, "id") is { } job)
        {
            _files.Remove(file);
            _kept[id] = file;
            await Arrived.InvokeAsync((id, file.Name, job));
        }
        else
        {
            file.Refusal = Member(answer, "detail") ?? "The file could not be read or the server could not be reached. Choose it again.";
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("detach");
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", AssetFile.UrlOf("import.js"));
            _script = await module.InvokeAsync<IJSObjectReference>("attach", _zone, _input, _self);
        }
    }

    private async Task CancelAsync(SentFile file)
    {
        _files.Remove(file);
        await ForgetAsync(file.Id);
    }

    // What the server would refuse is not sent at all.
    private async Task<string?> RefusalOf(SentFile file)
    {
        try
        {
            await Visitor.AtLeastAsync(Role.Investigator);
            ImportName.Checked(file.Name);
            return file.Bytes <= Desk.MostBytes ? null : $"Expected at most {SizeText.Of(Desk.MostBytes)}. Split it, pack it with gzip, or use 'spoor import' while no server runs.";
        }
        catch (Exception refusal) when (refusal is FormatException or RefusalException)
        {
            return refusal.Message;
        }
    }

    private static string? Member(string answer, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.TryGetProperty(name, out var member) ? member.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
