using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Response.Suspensions;

namespace Spoor.Web.Pages.Overview;

/// <summary>A case that somebody responds to, and how that stands.</summary>
/// <param name="Title">Empty where the server does not know the incident.</param>
public sealed record CaseOnDesk(string Incident, string Title)
{
    /// <summary>Whether nothing is due any more: the final report is out, or it was no major incident.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The part of the response that goes on, as NIST calls it; empty when all is done.</summary>
    public string Phase { get; init; } = "";

    /// <summary>What is suspended, and the exchange said so.</summary>
    public IReadOnlyList<SuspensionSubject> Suspended { get; init; } = [];

    /// <summary>What was asked for and not confirmed.</summary>
    public IReadOnlyList<SuspensionSubject> Unconfirmed { get; init; } = [];

    /// <summary>The last act; null where there is none.</summary>
    public Act? Last { get; init; }

    /// <summary>What must be reported and is not; without those whose time has not begun.</summary>
    public IReadOnlyList<(string Incident, Duty Duty)> Due { get; init; } = [];

    /// <summary>Why its log cannot be shown; empty where it can.</summary>
    public string Fault { get; init; } = "";

    public static CaseOnDesk Of(string title, ResponseState state) => new(state.Incident, title)
    {
        IsClosed = state.Clock.IsClosedAsNotMajor || state.Clock.Duties.Any(duty => duty is { Name: "final report", Done: not null }),
        Phase = state.Clock.Phases.FirstOrDefault(phase => phase.Reached is null)?.Name ?? "",
        Suspended = [.. state.Suspensions.Where(one => one is { IsConfirmed: true, Confirmed: SuspensionWish.Suspend }).Select(one => one.Request.Subject)],
        Unconfirmed = [.. state.Suspensions.Where(one => !one.IsConfirmed).Select(one => one.Request.Subject)],
        Last = state.Log.Acts is [.., var last] ? last : null,
        Due = [.. state.Clock.Duties.Where(duty => duty.At(state.Now) is DutyState.Due or DutyState.Overdue).Select(duty => (state.Incident, duty))],
    };
}
