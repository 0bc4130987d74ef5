using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>A body as JSON: of bounded size and depth, without members that nobody asked for or that come twice.</summary>
internal static class JsonBody
{
    /// <exception cref="RefusalException">It is something else.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> form)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new RefusalException(Problem.WrongMediaType, "Expected Content-Type: application/json.");
        }

        // Few bytes may unpack to more than a machine has.
        if (context.Request.Headers.ContentEncoding.Count > 0)
        {
            throw new RefusalException(Problem.WrongMediaType, "Expected a body that is not packed, found a Content-Encoding.");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, form, context.RequestAborted)
                ?? throw new RefusalException(Problem.BadBody, "Expected an object, found null.");
        }
        catch (JsonException failure)
        {
            // The parser's own words name types of the program; the place is what helps.
            throw new RefusalException(
                Problem.BadBody, $"Expected JSON as the route describes it; it breaks at {failure.Path ?? "its beginning"}, line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}.", failure);
        }
    }
}
