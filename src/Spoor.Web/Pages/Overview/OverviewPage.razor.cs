using Microsoft.AspNetCore.Components;
using Spoor.Storage;
using Spoor.Web.Alerts;
using Spoor.Web.Pages.Elements;

namespace Spoor.Web.Pages.Overview;

/// <summary>What a desk looks at first: what waits, what is due, what was lost, and whether the data can be trusted.</summary>
public sealed partial class OverviewPage : IDisposable
{
    // Deadlines come nearer and other people act, also where no alert comes.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly PageLife _gone = new();
    private OverviewFacts? _facts;
    private ToldAlerts? _told;
    private Exception? _failure;

    [Inject]
    private OverviewReading Reading { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // Until a theft was looked for in transfers of one's own.
    private bool IsNew => _facts is { Store.Transfers: 0 } || _told is { All.Count: 0, Replay: null };

    public void Dispose() => _gone.Dispose();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _gone.RepeatAsync(Again, Clock, ReadAsync);
        }
    }

    private async Task TakeAsync(ToldAlerts told)
    {
        _told = told;
        await ReadAsync(CancellationToken.None);
    }

    private void Fail(Exception failure) => _failure = failure;

    private async Task ReadAsync(CancellationToken gone)
    {
        try
        {
            (_facts, _failure) = (await Reading.ReadAsync(gone), null);
        }
        catch (Exception failure) when (failure is StorageException or IOException or FormatException)
        {
            _failure = failure;
        }

        StateHasChanged();
    }
}
