using Microsoft.AspNetCore.Components;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Import;

/// <summary>Files into the store: what is on its way, what became of it, what is there.</summary>
public sealed partial class ImportPage : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(400);

    private readonly ImportChoice _choice = new();
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<Job> _jobs = [];
    private int _version;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await LookAsync();
        _ = WatchAsync(_closing.Token);
    }

    private string QueryOf() => _choice.Query;

    private async Task Refresh() => await LookAsync();

    // The board is in this process: to look at it costs nothing, and a job that another page began shows up, too.
    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Often, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await InvokeAsync(LookAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task LookAsync()
    {
        var caller = await Visitor.NowAsync();
        IReadOnlyList<Job> jobs = [.. Board.Of(caller).Where(job => job.Kind == ImportDesk.Kind)];
        if (jobs.SequenceEqual(_jobs))
        {
            return;
        }

        _version += jobs.Count(job => job.State == JobState.Done) != _jobs.Count(job => job.State == JobState.Done) ? 1 : 0;
        _jobs = jobs;
        StateHasChanged();
    }

    private void CancelAsync(Job job) => Board.Cancel(job.Id);
}
