using System.Text.Json;
using Spoor.Response;
using Spoor.Response.Freezing;
using Spoor.Response.Suspensions;

namespace Spoor.Reporting.Responses;

/// <summary>How a response stands, as <c>response/1</c>.</summary>
public static class ResponseJson
{
    public const string Format = "response/1";

    public static void Write(ResponseState state, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", state.Incident);
        json.WriteString("at", Rendered.Moment(state.Now));
        json.WriteNumber("acts", state.Log.Acts.Count);
        json.WriteString("head", state.Log.Head);
        json.WriteObjects("suspensions", state.Suspensions, standing => WriteStanding(json, standing));
        json.WriteObjects("checklists", state.Checklists, checklist => WriteChecklist(json, checklist));
        json.WriteObjects("freezes", state.Freezes, freeze => WriteFreeze(json, freeze, state.Now));
        json.WriteStartObject("clock");
        ReportingClockJson.WriteMembers(json, state.Clock, state.Now);
        json.WriteEndObject();
    });

    private static void WriteStanding(Utf8JsonWriter json, SuspensionStanding standing)
    {
        json.WriteString("asset", standing.Request.Subject.Asset);
        json.WriteString("chain", standing.Request.Subject.Chain);
        json.WriteString("direction", standing.Request.Subject.Direction.Word());
        json.WriteString("wish", standing.Request.Wish.Word());
        json.WriteBoolean("confirmed", standing.IsConfirmed);
        json.WriteString("requestedAt", Rendered.Moment(standing.RequestedAt));
        json.WriteString("by", standing.Request.By);
        json.WriteString("why", standing.Request.Why);
        json.WriteString("key", standing.Request.Key);
        json.WriteString("lastConfirmed", standing.Confirmed?.State());
        json.WriteString("lastConfirmedAt", Moment(standing.ConfirmedSince));
        json.WriteString("said", standing.Said.Length > 0 ? standing.Said : null);
    }

    private static void WriteChecklist(Utf8JsonWriter json, ResumeChecklist checklist)
    {
        json.WriteString("asset", checklist.Asset);
        json.WriteObjects("items", checklist.Items, item =>
        {
            json.WriteString("item", item.Item);
            json.WriteString("meaning", item.Meaning);
            json.WriteBoolean("done", item.Done is not null);
            json.WriteString("at", Moment(item.Done?.At));
            json.WriteString("by", item.Done?.By);
            json.WriteString("why", item.Done?.Why);
        });
    }

    private static void WriteFreeze(Utf8JsonWriter json, FreezeStanding freeze, DateTimeOffset now)
    {
        json.WriteString("packet", freeze.Packet);
        json.WriteString("to", freeze.Target.Name);
        json.WriteString("kind", freeze.Target.Kind);
        json.WriteString("state", freeze.State);
        json.WriteBoolean("overdue", freeze.IsOverdue(now));
        json.WriteString("preparedAt", Rendered.Moment(freeze.PreparedAt));
        json.WriteString("sentAt", Moment(freeze.SentAt));
        json.WriteString("acknowledgedAt", Moment(freeze.AcknowledgedAt));
        json.WriteString("decidedAt", Moment(freeze.DecidedAt));
        json.WriteString("deadline", Moment(freeze.Deadline));
        json.WriteAmounts("asked", freeze.Asked);
        json.WriteAmounts("frozen", freeze.Frozen);
    }

    private static string? Moment(DateTimeOffset? at) => at is { } known ? Rendered.Moment(known) : null;
}
