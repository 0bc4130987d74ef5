using System.Text.Json;
using Spoor.Response;
using Spoor.Response.Suspensions;

namespace Spoor.Reporting.Responses;

/// <summary>How a response stands, as <c>response/1</c>.</summary>
public static class ResponseJson
{
    public const string Format = "response/1";

    public static void Write(ResponseState state, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("format", Format);
        json.WriteString("incident", state.Incident);
        json.WriteString("at", Rendered.Moment(state.Now));
        json.WriteNumber("acts", state.Log.Acts.Count);
        json.WriteString("head", state.Log.Head);
        json.WriteObjects("suspensions", state.Suspensions, standing => WriteStanding(json, standing));
        json.WriteObjects("checklists", state.Checklists, checklist => WriteChecklist(json, checklist));
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
        json.WriteString("lastConfirmedAt", standing.ConfirmedSince is { } since ? Rendered.Moment(since) : null);
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
            json.WriteString("at", item.Done is { } done ? Rendered.Moment(done.At) : null);
            json.WriteString("by", item.Done?.By);
            json.WriteString("why", item.Done?.Why);
        });
    }
}
