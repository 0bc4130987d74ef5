using Microsoft.AspNetCore.Components;
using Spoor.Web.Cases;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Cases;

/// <summary>The incidents that the server knows, filtered and sorted as the URL says.</summary>
public sealed partial class CasesPage
{
    private CaseList _asked = new("", "", "", false, false, CaseList.Newest);
    private IReadOnlyList<CaseRow> _rows = [];
    private List<string> _years = [];
    private List<string> _actors = [];
    private int _all;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery]
    private string? Own { get; set; }

    [SupplyParameterFromQuery]
    private string? Open { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        _asked = new(Text ?? "", Year ?? "", Actor ?? "", Own == "1", Open == "1", Sort ?? CaseList.Newest);
        var all = await Task.Run(() => Workbench.Incidents.All.Select(incident => CaseRow.Of(incident, Workbench, Acts)).ToList());
        _all = all.Count;
        _years = [.. all.Select(row => row.Year).Distinct().OrderDescending(StringComparer.Ordinal)];
        _actors = [.. all.SelectMany(row => row.Line.Actors).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        _rows = _asked.Of(all);
    }

    // Known at once: a second choice may come before the URL of the first is back.
    private void Go(CaseList asked)
    {
        _asked = asked;
        Navigation.NavigateTo(asked.ToUrl());
    }
}
