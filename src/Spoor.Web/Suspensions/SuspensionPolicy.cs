using Spoor.Detection;
using Spoor.Records;
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

    public ActAuthor AuthorOf(AlertNotice notice) => ActAuthor.OfPolicy(Name, $"{Beginning(notice)}{notice.Severity}): {notice.Headline}");

    /// <summary>Whether this policy acted for the alert that a notice is of.</summary>
    public bool IsFor(Act act, AlertNotice notice) =>
        act.By == ActAuthor.OfPolicy(Name, "").By && act.Why.StartsWith(Beginning(notice), StringComparison.Ordinal);

    private static string Beginning(AlertNotice notice) => $"alert {notice.Alert} (";
}
