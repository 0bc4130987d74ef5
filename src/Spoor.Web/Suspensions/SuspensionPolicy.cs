using Spoor.Detection;
using Spoor.Response;
using Spoor.Response.Suspensions;

namespace Spoor.Web.Suspensions;

/// <summary>When a live watch may suspend by itself, and what.</summary>
/// <param name="Name">What the acts call it: <c>policy NAME</c>.</param>
/// <param name="Severity">From which severity of an alert on.</param>
/// <param name="Subjects">What is suspended then.</param>
public sealed record SuspensionPolicy(string Name, AlertSeverity Severity, IReadOnlyList<SuspensionSubject> Subjects)
{
    /// <summary>Whether a notice makes it act. Planned movements, rescues and movements of a thief are no reason.</summary>
    public bool Fits(AlertNotice notice) =>
        notice.Severity >= Severity
        && notice.Stage is AlertStage.Start or AlertStage.Update
        && notice.Class is AlertClass.Drain or AlertClass.ControlChange or AlertClass.WithdrawalMismatch;

    public ActAuthor AuthorOf(AlertNotice notice) => ActAuthor.OfPolicy(Name, $"alert {notice.Alert} ({notice.Severity}): {notice.Headline}");
}
