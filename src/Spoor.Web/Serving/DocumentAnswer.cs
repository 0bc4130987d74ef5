using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>A whole document with its ETag: who has it already gets only the word that it is the same.</summary>
public sealed class DocumentAnswer(byte[] bytes, string contentType) : IResult
{
    public const string Json = "application/json";

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What a browser saves it as; null to show it.</summary>
    public string? SaveAs { get; init; }

    /// <summary>A policy of its own for a document that a browser shows; null for the one of the server.</summary>
    public string? Policy { get; init; }

    /// <summary>What a writer writes, as JSON.</summary>
    public static DocumentAnswer Of(Action<Stream> write) => new(BytesOf(write), Json);

    public static byte[] BytesOf(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (HttpMethods.IsGet(httpContext.Request.Method) && IsKnown(httpContext))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (SaveAs is not null)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{SaveAs}\"";
        }

        if (Policy is not null)
        {
            response.Headers.ContentSecurityPolicy = Policy;
        }

        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    // Only what is asked for with GET can be kept and asked for again.
    private bool IsKnown(HttpContext context)
    {
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return Status == StatusCodes.Status200OK
            && context.Request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal));
    }
}
