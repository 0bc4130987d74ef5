using Microsoft.AspNetCore.Components;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Import;

/// <summary>Files into the store: what is on its way, what became of it, what is there.</summary>
public sealed partial class ImportPage
{
    private readonly ImportChoice _choice = new();
    private IReadOnlyList<Job> _jobs = [];
    private int _version;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task Refresh() => await LookAsync();

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
