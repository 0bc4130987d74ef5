using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spoor.Reporting;
using Spoor.Web.Serving;

namespace Spoor.Web.Api.MistTrack;

/// <summary>The envelope of every answer: <c>{"success":…,"msg":…,"data":…}</c>.</summary>
internal static class MistTrackAnswer
{
    public static DocumentAnswer Of(Action<Utf8JsonWriter> data) => new(Bytes(true, "", data), DocumentAnswer.Json);

    /// <param name="message">One of the words that clients of this API know.</param>
    public static IResult Refuse(int status, string message) => new DocumentAnswer(Bytes(false, message, _ => { }), DocumentAnswer.Json) { Status = status };

    /// <summary>Nobody knows the key, or too many wrong ones came from there.</summary>
    public static IResult Unknown(bool mustWait) => mustWait
        ? Refuse(StatusCodes.Status429TooManyRequests, "ExceededRateLimit")
        : Refuse(StatusCodes.Status401Unauthorized, "InvalidApiKey");

    private static byte[] Bytes(bool success, string message, Action<Utf8JsonWriter> data) => DocumentAnswer.BytesOf(output => JsonText.Write(output, json =>
    {
        json.WriteBoolean("success", success);
        json.WriteString("msg", message);
        json.WriteStartObject("data");
        data(json);
        json.WriteEndObject();
    }));
}
