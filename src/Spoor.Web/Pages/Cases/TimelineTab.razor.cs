using Microsoft.AspNetCore.Components;
using Spoor.Web.Cases;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Cases;

/// <summary>Everything that happened in a case, and which kinds of it are shown.</summary>
public sealed partial class TimelineTab
{
    private readonly HashSet<MomentKind> _hidden = [];
    private IReadOnlyList<CaseMoment> _all = [];
    private IReadOnlyList<MomentKind> _kinds = [];

    [Parameter, EditorRequired]
    public OpenCase Case { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    [Inject]
    private ServeSettings Settings { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        var alerts = await CaseAlerts.OfAsync(Case.Findings.Facts, Settings, CancellationToken.None);
        _all = CaseTimeline.Of(Case.Findings, Acts.LogOf(Case.Incident.Id), alerts);
        _kinds = [.. _all.Select(moment => moment.Kind).Distinct().Order()];
    }

    private void Toggle(MomentKind kind)
    {
        if (!_hidden.Remove(kind))
        {
            _hidden.Add(kind);
        }
    }

    private static string WordOf(MomentKind kind) => kind switch
    {
        MomentKind.Transfer => "Theft",
        MomentKind.Exchange => "Exchange",
        MomentKind.Alert => "Alert",
        MomentKind.Event => "Told",
        MomentKind.Statement => "Loss stated",
        MomentKind.Finding => "Actor named",
        MomentKind.Label => "Label",
        MomentKind.Act => "Act",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a word."),
    };
}
