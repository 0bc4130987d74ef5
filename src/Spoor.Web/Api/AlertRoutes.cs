using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/alerts</c>: the notices of a watch, a page at a time or as they come (https://html.spec.whatwg.org/multipage/server-sent-events.html).</summary>
internal static class AlertRoutes
{
    private const string List = "alerts";
    private const int Batch = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", ListAsync).Tells("listAlerts", "Notices of alerts in the order they were told, a page at a time; the last page says where newer ones will be.", "alerts/1", Problem.BadCursor, Problem.BadParameter)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/alerts/stream", StreamAsync).Tells("streamAlerts", "Notices of alerts as they come, server-sent events; Last-Event-ID goes on where a connection broke.", "alert/1", Problem.BadParameter)
            .Answers(StatusCodes.Status200OK, "text/event-stream").For(Role.Viewer).DisableRequestTimeout();
    }

    private static async Task<DocumentAnswer> ListAsync(HttpContext context, ServeSettings settings)
    {
        var tail = new AlertTail(settings.AlertFile);
        long from = Cursor.Read(List, context.Request) is { } place ? Offset(place, tail, Problem.BadCursor) : 0;
        var page = await tail.ReadAsync(from, Cursor.LimitOf(context.Request), context.RequestAborted);
        long next = page.Count > 0 ? page[^1].End : from;
        return DocumentAnswer.Of(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "alerts/1");
            json.WriteStartArray("alerts");
            foreach (var (_, line) in page)
            {
                using var document = JsonDocument.Parse(line);
                document.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteString("next", Cursor.Write(List, next.ToString(CultureInfo.InvariantCulture)));
        }));
    }

    private static async Task StreamAsync(HttpContext context, ServeSettings settings, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        // A server that ends waits for its answers, and this one has no end of its own.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await TellAsync(context, settings, clock, ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The browser comes again by itself, with the id of the last alert it was told.
        }
    }

    // Without an id only what is told from now on: a page that opens has asked for the rest already.
    private static async Task TellAsync(HttpContext context, ServeSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        var tail = new AlertTail(settings.AlertFile);
        string id = context.Request.Headers["Last-Event-ID"].ToString();
        long from = id.Length > 0 ? Offset(id, tail, Problem.BadParameter) : File.Exists(settings.AlertFile) ? new FileInfo(settings.AlertFile).Length : 0;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(": spoor\n\n", cancellation);
        await context.Response.Body.FlushAsync(cancellation);
        long silent = clock.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var lines = await tail.ReadAsync(from, Batch, cancellation);
            foreach (var (end, line) in lines)
            {
                from = end;
                await context.Response.WriteAsync($"id: {end.ToString(CultureInfo.InvariantCulture)}\nevent: alert\ndata: {Encoding.UTF8.GetString(line)}\n\n", cancellation);
            }

            if (lines.Count > 0 || clock.GetElapsedTime(silent) >= Pulse)
            {
                // A comment now and then tells both ends that the other is still there.
                await context.Response.WriteAsync(": \n\n", cancellation);
                await context.Response.Body.FlushAsync(cancellation);
                silent = clock.GetTimestamp();
            }

            await Task.Delay(Look, clock, cancellation);
        }
    }

    private static long Offset(string text, AlertTail tail, Problem problem) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long offset) && tail.IsBoundary(offset)
            ? offset
            : throw new RefusalException(problem, "Expected the id of an alert that this server told.");
}
