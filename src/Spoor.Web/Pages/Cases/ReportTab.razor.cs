using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Cases;

/// <summary>Makes a report and lists its files; a reload finds the last one again.</summary>
public sealed partial class ReportTab
{
    private string? _job;
    private bool _desk;
    private IReadOnlyList<(string Name, long Bytes, string Sha256)>? _files;
    private Exception? _failure;
    private (string Incident, DateOnly? AsOf)? _shown;

    [Parameter, EditorRequired]
    public KnownIncident Incident { get; set; } = null!;

    [Parameter]
    public DateOnly? AsOf { get; set; }

    [Parameter, EditorRequired]
    public Caller Caller { get; set; } = null!;

    [Parameter]
    public string? Job { get; set; }

    [Parameter]
    public string? Desk { get; set; }

    [Inject]
    private CaseReports Reports { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (_job != Job || _shown != (Incident.Id, AsOf))
        {
            (_job, _shown, _files) = (string.IsNullOrEmpty(Job) ? null : Job, (Incident.Id, AsOf), null);
            _desk = Desk == "1";
        }
    }

    private async Task MakeAsync()
    {
        _failure = null;
        try
        {
            var job = Reports.Order(await Visitor.AtLeastAsync(Role.Investigator), Incident, AsOf, _desk);
            Navigation.NavigateTo($"{CaseTabs.UrlOf(Incident.Id, "report", AsOf)}&job={job.Id}{(_desk ? "&desk=1" : "")}");
        }
        catch (RefusalException refusal)
        {
            _failure = refusal;
        }
    }

    private void ShowAsync(Job? job)
    {
        if (job is null)
        {
            _job = null;
            return;
        }

        if (job is { State: JobState.Done, Kind: CaseReports.Kind } && job.About == Incident.Id)
        {
            using var listing = JsonDocument.Parse(ReportArchive.Read(job.Document.ToArray(), ReportArchive.Listing)!);
            _files = [.. listing.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("file").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!))];
        }
    }

    private string UrlOf(string file)
    {
        string[] query = [.. AsOf is { } day ? [$"asOf={day:yyyy-MM-dd}"] : Array.Empty<string>(), .. Desk == "1" ? ["desk=true"] : Array.Empty<string>()];
        return $"/api/v1/incidents/{Incident.Id}/report/{file}{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
    }

    // The digit puts the groups in order and is not shown.
    private static string KindOf(string file) => file switch
    {
        _ when file.StartsWith("report.", StringComparison.Ordinal) => "1 For people",
        _ when file.StartsWith("tables/", StringComparison.Ordinal) => "3 Tables",
        _ when file.StartsWith("figures/", StringComparison.Ordinal) => "4 Figures",
        _ => "2 For programs",
    };

    private static string MeaningOf(string file) => file switch
    {
        "report.html" => "one page, nothing from elsewhere",
        "report.md" => "Markdown",
        "report.pdf" => "PDF, for a file or a court",
        "stix.json" => "STIX 2.1 bundle",
        "misp.json" => "MISP event",
        "dora.json" => "fields of the DORA incident report",
        "tagpack.yaml" => "GraphSense TagPack of the labels",
        _ => "",
    };
}
