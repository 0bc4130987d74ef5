using Microsoft.AspNetCore.Components;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Web.Api;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Suspensions;

/// <summary>Follows the job that asks the exchange until it is over.</summary>
public sealed partial class SuspendProgress : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _gone = new();
    private Job _job = null!;
    private SuspensionStanding? _standing;

    /// <summary>As it was when it began.</summary>
    [Parameter, EditorRequired]
    public Job Job { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Incident { get; set; } = "";

    /// <summary>In words: <c>withdrawals of USDT on Ethereum</c>.</summary>
    [Parameter, EditorRequired]
    public string Subject { get; set; } = "";

    /// <summary>suspend or resume.</summary>
    [Parameter, EditorRequired]
    public string Wish { get; set; } = "";

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private DeskTurn Desk { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() => _job = Job;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        var gone = _gone.Token;
        var caller = await Visitor.NowAsync();
        using var timer = new PeriodicTimer(Look, Clock);
        try
        {
            while (!_job.IsOver && await timer.WaitForNextTickAsync(gone))
            {
                _job = Board.Find(_job.Id, caller) ?? _job;
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _standing = _job.State == JobState.Done ? Newest() : null;
        StateHasChanged();
    }

    // What the answer was to is the last wish of the log.
    private SuspensionStanding? Newest() =>
        SuspensionBook.Of(ActFile.Read(Desk.LogOf(Incident)), Incident).Standings.MaxBy(standing => standing.RequestedAt);
}
