using Microsoft.AspNetCore.Components;
using Spoor.Attribution;
using Spoor.Incidents.Losses;
using Spoor.Records;
using Spoor.Reporting;
using Spoor.Response.Clock;
using Spoor.Valuation;
using Spoor.Web.Cases;

namespace Spoor.Web.Pages.Cases;

/// <summary>What somebody must know of a case before anything else.</summary>
public sealed partial class SummaryTab
{
    private const int MostActs = 4;
    private const int MostPlaces = 6;

    private IReadOnlyList<Act> _acts = [];
    private string _due = "";

    [Parameter, EditorRequired]
    public OpenCase Case { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    private Assessment Assessment => Case.Findings.Attribution.Assessment;

    private LossInterval? Loss => Case.Findings.Loss.Newest is { } newest && newest.Known(LossMeasure.Gross) is not null ? LossInterval.Of(newest) : null;

    private List<ShareOfPlace> Whereabouts => ShareOfPlace.Of(Case.Findings);

    private List<string> Linked => [.. Case.Findings.Links.Of(LinkStanding.Claimed).Select(link => VictimOf(link.There.Case)).Distinct(StringComparer.Ordinal)];

    private string? Said
    {
        get
        {
            var stated = Case.Findings.Loss.Statements.Select(said => UsdValue.OfDollars(said.Usd)).Order().ToList();
            return stated.Count == 0 ? null
                : stated[0] == stated[^1] ? $"{DollarText.Millions(stated[0])} million"
                : $"{DollarText.Millions(stated[0])} to {DollarText.Millions(stated[^1])} million";
        }
    }

    protected override void OnParametersSet()
    {
        var state = Acts.StateOf(Case.Incident.Id);
        _acts = [.. state.Log.Acts.Reverse().Take(MostActs)];
        _due = state.Clock.Next(state.Now) is not { } next ? "No report is due"
            : next.At(state.Now) == DutyState.Overdue ? $"Overdue: {next.Name}"
            : $"Due next: {next.Name}";
    }

    private string VictimOf(string id) => Case.Findings.Links.Request.Known.FirstOrDefault(known => known.Id == id)?.Victim ?? id;
}
