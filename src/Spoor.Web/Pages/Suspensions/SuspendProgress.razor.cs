using Microsoft.AspNetCore.Components;
using Spoor.Incidents;
using Spoor.Response.Suspensions;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;

namespace Spoor.Web.Pages.Suspensions;

/// <summary>Shows the job that asks the exchange until it is over, then how the log says that things stand.</summary>
public sealed partial class SuspendProgress
{
    private SuspensionStanding? _standing;
    private bool _isAnswered;

    [Parameter, EditorRequired]
    public string Job { get; set; } = "";

    [Parameter, EditorRequired]
    public SuspensionRequest Request { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    private string Subject => $"{Request.Subject.Direction.Word()} of {Request.Subject.Asset} on {IncidentWallet.TitleOf(Request.Subject.Chain)}";

    // The log has what it came to: also of a job that nobody knows any longer, and of one that was stopped when the exchange had been asked already.
    private void Show(Job? job)
    {
        var standing = SuspensionBook.Of(Acts.LogOf(Request.Incident), Request.Incident).Find(Request.Subject);
        _isAnswered = job is not { State: JobState.Failed } && standing?.Request.Wish == Request.Wish;
        _standing = _isAnswered ? standing : null;
    }
}
