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

    // The last one is what the list of cases shows.
    private string? Said
    {
        get
        {
            var stated = Case.Findings.Loss.Statements.OrderBy(said => said.When).Select(said => (said.Who, Usd: UsdValue.OfDollars(said.Usd))).ToList();
            if (stated.Count == 0)
            {
                return null;
            }

            string range = string.Join(" to ", new[] { stated.Min(said => said.Usd), stated.Max(said => said.Usd) }.Distinct().Select(DollarText.Millions));
            return $"{range} million{(stated.Count > 1 ? $", last {DollarText.Millions(stated[^1].Usd)} million by {stated[^1].Who}" : "")}";
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
