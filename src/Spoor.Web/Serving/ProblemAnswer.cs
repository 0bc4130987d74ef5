using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>A refusal as problem details (https://www.rfc-editor.org/rfc/rfc9457).</summary>
/// <param name="detail">What was expected and what was found, as sentences.</param>
public sealed class ProblemAnswer(Problem problem, string detail) : IResult
{
    public const string ContentType = "application/problem+json";

    // The longest thing that is quoted back; what asks is hostile until shown otherwise.
    private const int MaxDetail = 2_000;

    /// <summary>The answer took longer than one may.</summary>
    public static ProblemAnswer TooSlow { get; } = new(Problem.Slow, "It took longer than a request may; ask for less, as a job, or again in a moment.");

    private TimeSpan? RetryAfter { get; init; }

    public static ProblemAnswer TooManyGuesses(TimeSpan wait) => new(
        Problem.TooManyGuesses, "Too many wrong keys, passwords or tokens came from your address; wait, then try again.")
    {
        RetryAfter = wait,
    };

    public static ProblemAnswer Later(Problem problem, string detail, TimeSpan wait) => new(problem, detail) { RetryAfter = wait };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(Bytes(), httpContext.RequestAborted);
    }

    // The writer's own rule escapes what means something in HTML: a refusal quotes what strangers sent.
    private byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", problem.Type);
            json.WriteString("title", problem.Title);
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", detail.Length <= MaxDetail ? detail : string.Concat(detail.AsSpan(0, MaxDetail), "…"));
            json.WriteString("code", problem.Code);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
