using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Spoor.Web.Serving;

/// <summary>Each request as a span of the source <c>Spoor.Web</c>, and under it what takes long: by route, never by what was asked.</summary>
/// <remarks>
/// Attributes are those of https://opentelemetry.io/docs/specs/semconv/http/http-spans/. Left out on purpose are paths, queries, headers and who asks: a path
/// names whom somebody investigates, a query may hold a key, and a collector is seldom kept as well as a case. Costs nothing while nobody listens.
/// </remarks>
public static class RequestTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Spoor.Web";

    private const int FirstServerFault = 500;

    private static readonly ActivitySource Source = new(Name);

    // A method is any word that a stranger likes; these are the ones that the conventions know.
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

    internal static async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        using var span = Begin(context.Request);
        try
        {
            await next(context);
        }
        finally
        {
            End(span, context);
        }
    }

    /// <summary>A part of what is going on, such as waiting for a turn; null while nobody listens.</summary>
    internal static Activity? Part(string what) => Source.StartActivity(what);

    private static Activity? Begin(HttpRequest request)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // The framework has an activity of its own, which is not recorded; what stood under it would not be, either.
        var around = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity(MethodOf(request) ?? "HTTP", ActivityKind.Server, CallerOf(request));
        Activity.Current = span ?? around;
        return span;
    }

    // Whoever calls may say which span of theirs it belongs to. Not what else is to be kept, nor that nothing is: who tries keys would say so.
    private static ActivityContext CallerOf(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent.ToString(), null, isRemote: true, out var caller)
            ? new(caller.TraceId, caller.SpanId, ActivityTraceFlags.Recorded, traceState: null, isRemote: true)
            : default;

    private static void End(Activity? span, HttpContext context)
    {
        if (span is null)
        {
            return;
        }

        string? method = MethodOf(context.Request);
        string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        int status = context.Response.StatusCode;
        span.DisplayName = route is null ? method ?? "HTTP" : $"{method ?? "HTTP"} {route}";
        span.SetTag("http.request.method", method ?? "_OTHER").SetTag("http.route", route).SetTag("http.response.status_code", status).SetTag("url.scheme", context.Request.Scheme);
        if (status >= FirstServerFault)
        {
            span.SetTag("error.type", status.ToString(System.Globalization.CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }

    private static string? MethodOf(HttpRequest request) => Methods.Contains(request.Method) ? request.Method : null;
}
