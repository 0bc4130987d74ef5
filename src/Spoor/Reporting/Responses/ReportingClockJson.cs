using System.Text.Json;
using Spoor.Response.Clock;

namespace Spoor.Reporting.Responses;

/// <summary>What is due to be reported and by when, as <c>response-clock/1</c>.</summary>
public static class ReportingClockJson
{
    public const string Format = "response-clock/1";

    public static void Write(string incident, ReportingClock clock, DateTimeOffset now, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", incident);
        json.WriteString("at", Rendered.Moment(now));
        WriteMembers(json, clock, now);
    });

    internal static void WriteMembers(Utf8JsonWriter json, ReportingClock clock, DateTimeOffset now)
    {
        json.WriteBoolean("notMajor", clock.IsClosedAsNotMajor);
        json.WriteString("next", clock.Next(now)?.Name);
        json.WriteObjects("duties", clock.Duties, duty =>
        {
            json.WriteString("name", duty.Name);
            json.WriteString("state", duty.At(now).ToString().ToLowerInvariant());
            json.WriteString("due", Moment(duty.Due));
            json.WriteString("done", Moment(duty.Done));
            json.WriteString("rule", duty.Rule);
        });
        json.WriteObjects("phases", clock.Phases, phase =>
        {
            json.WriteString("name", phase.Name);
            json.WriteString("milestone", Milestones.WordOf(phase.Milestone));
            json.WriteString("reached", Moment(phase.Reached));
        });
    }

    private static string? Moment(DateTimeOffset? at) => at is { } known ? Rendered.Moment(known) : null;
}
