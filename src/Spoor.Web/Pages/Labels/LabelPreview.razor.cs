using Microsoft.AspNetCore.Components;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;
using Spoor.Web.Pages.Import;

namespace Spoor.Web.Pages.Labels;

/// <summary>Files of labels that are looked at before they are imported.</summary>
public sealed partial class LabelPreview
{
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly HashSet<int> _confirmed = [];
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly HashSet<string> _imports = new(StringComparer.Ordinal);
    private IReadOnlyList<Job> _jobs = [];
    private FileDrop? _drop;
    private string _source = "";
    private bool _skip;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    protected override Task OnInitializedAsync() => LookAsync();

    private string QueryOf(int file) =>
        $"&kind=labels&onError={(_skip ? "report" : "stop")}{(_confirmed.Contains(file) ? "" : "&preview=true")}"
        + (_source.Trim().Length > 0 ? $"&source={Uri.EscapeDataString(_source.Trim())}" : "");

    private async Task ArrivedAsync((int File, string Name, string Job) sent)
    {
        if (_confirmed.Remove(sent.File))
        {
            _imports.Add(sent.Job);
            _left.UnionWith(_files.Where(one => one.Value == sent.File).Select(one => one.Key));
        }
        else
        {
            _files[sent.Job] = sent.File;
        }

        await LookAsync();
    }

    private async Task ImportAsync(int file)
    {
        _confirmed.Add(file);
        await _drop!.AgainAsync(file);
    }

    private async Task ForgetAsync(Job preview)
    {
        _left.Add(preview.Id);
        await _drop!.ForgetAsync(_files[preview.Id]);
        await LookAsync();
    }

    // Previews outlive the page, and what became of them with it.
    private async Task LookAsync()
    {
        var caller = await Visitor.NowAsync();
        IReadOnlyList<Job> jobs = [.. Board.Of(caller).Where(job => (job.Kind == ImportDesk.Preview && !_left.Contains(job.Id)) || _imports.Contains(job.Id))];
        if (!jobs.SequenceEqual(_jobs))
        {
            _jobs = jobs;
            StateHasChanged();
        }
    }
}
