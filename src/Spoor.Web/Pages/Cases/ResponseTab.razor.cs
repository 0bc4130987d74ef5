using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Incidents;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Pages.Suspensions;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Cases;

/// <summary>How the response stands, and what a responder may do about it.</summary>
public sealed partial class ResponseTab
{
    private ResponseState? _state;
    private IReadOnlyList<Job> _jobs = [];
    private Exception? _failure;

    [Parameter, EditorRequired]
    public OpenCase Case { get; set; } = null!;

    [Parameter, EditorRequired]
    public Caller Caller { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private SuspensionQuestion Anything => new(Case.Incident.Id)
    {
        Directions = [ServiceDirection.Deposits, ServiceDirection.Withdrawals],
        Assets = [.. (Case.Findings.Loss.Newest?.Rows ?? []).Select(row => row.Row.Asset).Where(asset => asset.IsNamed).Select(asset => asset.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private bool MayAct => Caller.Role >= Role.Responder;

    protected override void OnParametersSet() => Refresh();

    // What is open stays, so that its end is told; what failed last is told until something new is asked.
    private void Refresh()
    {
        try
        {
            _state = Acts.StateOf(Case.Incident.Id);
            _jobs = [.. Board.Of(Caller).Where(job => job.Kind == ResponseActs.SuspensionKind && job.About == Case.Incident.Id && job.State != JobState.Done).Take(4)];
        }
        catch (Exception failure) when (failure is FormatException or RefusalException or IOException)
        {
            _failure = failure;
        }
    }

    private Task AskAsync(SuspensionQuestion question) => SuspendDialog.ShowAsync(Dialogs, question, EventCallback.Factory.Create(this, Refresh));

    private SuspensionQuestion QuestionOf(SuspensionStanding standing) => new(Case.Incident.Id)
    {
        Wish = NextOf(standing),
        Directions = [standing.Request.Subject.Direction],
        Asset = standing.Request.Subject.Asset,
        Chain = IncidentWallet.TitleOf(standing.Request.Subject.Chain),
    };

    private async Task TickAsync(string asset, string item, string why)
    {
        _failure = null;
        try
        {
            await Acts.CheckAsync(await Visitor.AtLeastAsync(Role.Responder), Case.Incident.Id, new(asset, item, why), CancellationToken.None);
        }
        catch (RefusalException refusal)
        {
            _failure = refusal;
        }

        Refresh();
    }

    private static SuspensionWish NextOf(SuspensionStanding standing) =>
        standing is { IsConfirmed: true, Request.Wish: SuspensionWish.Suspend } ? SuspensionWish.Resume : SuspensionWish.Suspend;

    private static string StateOf(SuspensionStanding standing) => (standing.Request.Wish, standing.IsConfirmed) switch
    {
        (SuspensionWish.Suspend, true) => "suspended, confirmed",
        (SuspensionWish.Suspend, false) => "asked to suspend, not confirmed",
        (SuspensionWish.Resume, true) => "open, confirmed",
        _ => "asked to open, not confirmed",
    };
}
