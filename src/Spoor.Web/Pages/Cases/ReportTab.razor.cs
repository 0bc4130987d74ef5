using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;

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
    public CaseWork Work { get; set; } = null!;

    [Inject]
    private CaseReports Reports { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (_job != Work.Job || _shown != (Work.Incident.Id, Work.AsOf))
        {
            (_job, _shown, _files) = (Work.Job, (Work.Incident.Id, Work.AsOf), null);
            _desk = Work.WithDesk;
        }
    }

    private async Task MakeAsync()
    {
        _failure = null;
        try
        {
            var job = Reports.Order(await Visitor.AtLeastAsync(Role.Investigator), Work.Incident, Work.AsOf, _desk);
            Navigation.NavigateTo(Work.UrlOf("report", job, _desk));
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

        if (job is { State: JobState.Done, Kind: CaseReports.Kind } && job.About == Work.Incident.Id)
        {
            using var listing = JsonDocument.Parse(ReportArchive.Read(job.Document.ToArray(), ReportArchive.Listing)!);
            _files = [.. listing.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("file").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!))];
        }
    }

    private string UrlOf(string file)
    {
        string[] query = [.. Work.AsOf is { } day ? [$"asOf={day:yyyy-MM-dd}"] : Array.Empty<string>(), .. Work.WithDesk ? ["desk=true"] : Array.Empty<string>()];
        return $"/api/v1/incidents/{Work.Incident.Id}/report/{file}{(query.Length > 0 ? $"?{string.Join('&', query)}" : "")}";
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
