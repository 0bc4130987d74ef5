using Microsoft.AspNetCore.Components;
using Spoor.Web.Alerts;
using Spoor.Web.Pages.Elements;

namespace Spoor.Web.Pages.Alerts;

/// <summary>Draws nothing: tells the page it stands on whenever an alert came or somebody took note of one.</summary>
public sealed class AlertFeedReader : ComponentBase, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly PageLife _gone = new();
    private ToldAlerts? _told;

    [Parameter, EditorRequired]
    public EventCallback<ToldAlerts> OnChange { get; set; }

    /// <summary>Hears that the alerts cannot be read; they are asked for again all the same.</summary>
    [Parameter]
    public EventCallback<Exception> OnFailure { get; set; }

    [Inject]
    private AlertFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose() => _gone.Dispose();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _gone.RepeatAsync(Look, Clock, ReadAsync);
        }
    }

    private async Task ReadAsync(CancellationToken gone)
    {
        try
        {
            var told = await Feed.ReadAsync(gone);
            if (!ReferenceEquals(told, _told) && !gone.IsCancellationRequested)
            {
                _told = told;
                await OnChange.InvokeAsync(told);
            }
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            await OnFailure.InvokeAsync(failure);
        }
    }
}
