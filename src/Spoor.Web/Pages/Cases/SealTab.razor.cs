using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Spoor.Reporting.Documents;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Pages.Elements;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Cases;

/// <summary>Case files: the job that works on one lies in the URL, so that a reload finds its result again.</summary>
public sealed partial class SealTab : IDisposable
{
    private readonly PageLife _leaving = new();
    private string? _job;
    private Job? _done;
    private Section? _section;
    private IBrowserFile? _before;
    private IBrowserFile? _after;
    private int _round;
    private bool _desk;
    private string? _reading;
    private string _doing = "Working…";
    private Exception? _failure;

    [Parameter, EditorRequired]
    public CaseWork Work { get; set; } = null!;

    [Inject]
    private CaseSeals Seals { get; set; } = null!;

    [Inject]
    private RequestLimits Limits { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose() => _leaving.Dispose();

    protected override void OnParametersSet()
    {
        if (_job != Work.Job)
        {
            (_job, _done, _section) = (Work.Job, null, null);
        }
    }

    private Task SealAsync() => TryAsync("Sealing the case…", async () => Seals.Seal(await Visitor.AtLeastAsync(Role.Investigator), Work.Incident, Work.AsOf, _desk));

    private Task VerifyAsync(InputFileChangeEventArgs change) => TryAsync("Computing every result again…", async () =>
    {
        var caller = await Visitor.AtLeastAsync(Role.Viewer);
        return Seals.Verify(caller, await ReadAsync(change.File));
    });

    private Task DiffAsync() => TryAsync("Comparing…", async () =>
    {
        var caller = await Visitor.AtLeastAsync(Role.Viewer);
        byte[] before = await ReadAsync(_before!);
        var job = Seals.Diff(caller, before, await ReadAsync(_after!));
        (_before, _after, _round) = (null, null, _round + 2);
        return job;
    });

    private async Task TryAsync(string doing, Func<Task<Job>> start)
    {
        (_failure, _doing, _done, _section) = (null, doing, null, null);
        try
        {
            var job = await start();
            Navigation.NavigateTo(Work.UrlOf("seal", job));
        }
        catch (OperationCanceledException) when (_leaving.IsOver)
        {
            // The page is left.
        }
        catch (Exception failure) when (failure is RefusalException or FormatException or IOException)
        {
            _failure = failure;
        }
        finally
        {
            _reading = null;
        }
    }

    private async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        if (file.Size > Limits.MaxCaseFile)
        {
            throw new RefusalException(Problem.TooLarge, $"{VisibleText.Of(file.Name)}: expected at most {Limits.MaxCaseFile >> 20} MB.");
        }

        _reading = $"Reading {VisibleText.Of(file.Name)}…";
        StateHasChanged();
        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(Limits.MaxCaseFile, _leaving.Left);
        await stream.CopyToAsync(bytes, _leaving.Left);
        return bytes.ToArray();
    }

    private void Show(Job? job)
    {
        if (job is null)
        {
            (_job, _failure) = (null, new RefusalException(Problem.NotFound, $"What this was about is forgotten; results are kept for {JobBoard.Kept.TotalMinutes:0} minutes. Do it again."));
        }
        else if (job.State == JobState.Done)
        {
            _done = job;
            _section = SealWords.Of(job);
        }
    }
}
