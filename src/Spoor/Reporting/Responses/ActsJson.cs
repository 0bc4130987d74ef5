using System.Text.Json;
using Spoor.Records;

namespace Spoor.Reporting.Responses;

/// <summary>A log of acts whose chain was checked, as <c>acts/1</c>.</summary>
public static class ActsJson
{
    public const string Format = "acts/1";

    public static void Write(string incident, ActLog log, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", incident);
        json.WriteString("head", log.Head);
        json.WriteStartArray("acts");
        foreach (var act in log.Acts)
        {
            using var document = JsonDocument.Parse(ActLog.LineOf(act));
            document.WriteTo(json);
        }

        json.WriteEndArray();
    });
}
