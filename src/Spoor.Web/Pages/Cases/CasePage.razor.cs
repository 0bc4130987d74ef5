using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Pages.Elements;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Cases;

/// <summary>One case with all that is known of it, a tab each; which tab, and as of which day, lies in the URL.</summary>
public sealed partial class CasePage : IDisposable
{
    private readonly PageLife _leaving = new();
    private KnownIncident? _incident;
    private OpenCase? _case;
    private Caller? _caller;
    private CaseTab _tab = CaseTabs.All[0];
    private DateOnly? _asOf;
    private Exception? _failure;
    private string? _shown;

    [Parameter]
    public string Incident { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    // Read here and handed on: a tab that is drawn while the URL changes cannot ask for its parts itself.
    [SupplyParameterFromQuery]
    private string? Job { get; set; }

    [SupplyParameterFromQuery]
    private string? Desk { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private CaseShelf Shelf { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IScrollManager Scroll { get; set; } = null!;

    private Func<string, string?> Leads => anchor => _case?.Leads(anchor);

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            _failure = null;
            _tab = CaseTabs.Find(Tab);
            _caller = await Visitor.NowAsync();
            _asOf = Asked.Day(string.IsNullOrEmpty(AsOf) ? null : AsOf, "asOf");
            _incident = IncidentRoutes.Find(Workbench, Incident);
            await FindAsync(_incident, _asOf);
        }
        catch (OperationCanceledException) when (_leaving.IsOver)
        {
            // Nobody looks any longer.
        }
        catch (Exception failure) when (failure is RefusalException or FormatException or StorageException or IOException)
        {
            _failure = failure;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A reference leads to a row that is drawn only now.
        string fragment = new Uri(Navigation.Uri).Fragment;
        if (fragment.Length > 1 && _case is not null && _shown != Navigation.Uri)
        {
            _shown = Navigation.Uri;
            await Scroll.ScrollIntoViewAsync(fragment, ScrollBehavior.Auto);
        }
    }

    private async Task FindAsync(KnownIncident incident, DateOnly? asOf)
    {
        if (_case is not null && (_case.Incident.Id != incident.Id || _case.AsOf != asOf))
        {
            _case = null;
        }

        if (!_tab.NeedsFindings)
        {
            return;
        }

        var findings = await Shelf.FindingsAsync(incident, asOf, _leaving.Left);
        if (incident.Id == Incident && asOf == _asOf && _case?.Findings != findings)
        {
            _case = OpenCase.Of(incident, asOf, findings);
        }
    }

    private CaseWork Work(KnownIncident incident, Caller caller) => new(incident, _asOf, caller, string.IsNullOrEmpty(Job) ? null : Job, Desk == "1");

    private void ChangeDay(ChangeEventArgs change) =>
        Go(DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    private void Go(DateOnly? day) => Navigation.NavigateTo(CaseTabs.UrlOf(Incident, _tab.Key, day));
}
