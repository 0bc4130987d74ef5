using Microsoft.AspNetCore.Components;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Import;

/// <summary>One import of the list.</summary>
public sealed partial class ImportRow
{
    private ImportOutcome? _outcome;

    [Parameter, EditorRequired]
    public Job Job { get; set; } = null!;

    [Parameter]
    public EventCallback<Job> Cancelled { get; set; }

    /// <summary>What can be done with it, beside what it says itself.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Sign => Job.State switch
    {
        JobState.Done => "good",
        JobState.Failed or JobState.Cancelled => "bad",
        _ => "busy",
    };

    private string Word => Job.State switch
    {
        JobState.Queued => "Waits for its turn",
        JobState.Running when Rows > 0 => $"Storing, {Spoor.Reporting.NumberText.Of(Rows)} rows read",
        JobState.Running => $"Reading, {Percent} %",
        JobState.Done when Job.Kind == ImportDesk.Preview => "Preview",
        JobState.Done => "Done",
        JobState.Failed => "Refused",
        _ => "Cancelled: nothing was imported",
    };

    private long Rows => ValueOf("rows");

    private long Percent => ValueOf("percent");

    protected override void OnParametersSet() =>
        _outcome = Job.State == JobState.Done ? ImportOutcome.Of(Job.Document, Job.Kind == ImportDesk.Preview) : null;

    private long ValueOf(string name) => Job.Progress.FirstOrDefault(one => one.Name == name).Value;
}
