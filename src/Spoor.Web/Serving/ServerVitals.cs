using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Spoor.Web.Serving;

/// <summary>How many requests were answered, how, and how long it took: by route, never by what was asked.</summary>
public sealed class ServerVitals(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Method, string Route, int Status), (long Count, TimeSpan Took)> _answers = new(Comparer<(string Method, string Route, int Status)>.Create(Compare));
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private int _open;

    /// <summary>Since the server runs.</summary>
    public TimeSpan Age => clock.GetUtcNow() - _started;

    public async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        long begun = clock.GetTimestamp();
        Interlocked.Increment(ref _open);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            Add(context, clock.GetElapsedTime(begun));
        }
    }

    /// <summary>In the text format that Prometheus reads.</summary>
    public string ToMetrics()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# HELP spoor_server_up_seconds Since the server runs.\n# TYPE spoor_server_up_seconds gauge\nspoor_server_up_seconds {Seconds(Age)}\n");
        page.Append(CultureInfo.InvariantCulture, $"# HELP spoor_http_open_requests Requests being answered.\n# TYPE spoor_http_open_requests gauge\nspoor_http_open_requests {_open}\n");
        page.Append(CultureInfo.InvariantCulture, $"# HELP spoor_resident_bytes Memory that the process holds.\n# TYPE spoor_resident_bytes gauge\nspoor_resident_bytes {Environment.WorkingSet}\n");
        page.Append(CultureInfo.InvariantCulture, $"# HELP spoor_managed_bytes Of it, what the program's own objects take, dead ones included.\n# TYPE spoor_managed_bytes gauge\nspoor_managed_bytes {GC.GetTotalMemory(false)}\n");
        lock (_gate)
        {
            Write(page, "spoor_http_requests_total", "Requests answered since the start.", answer => answer.Count);
            Write(page, "spoor_http_request_seconds_total", "Sum of the times they took.", answer => Seconds(answer.Took));
        }

        return page.ToString();
    }

    private void Write(StringBuilder page, string name, string about, Func<(long Count, TimeSpan Took), decimal> value)
    {
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {about}\n# TYPE {name} counter\n");
        foreach (var (answer, seen) in _answers)
        {
            page.Append(CultureInfo.InvariantCulture, $"{name}{{method=\"{answer.Method}\",route=\"{answer.Route}\",status=\"{answer.Status}\"}} {value(seen)}\n");
        }
    }

    // A route and not a path, a known method and not any word: else strangers could make this table as large as they like.
    private void Add(HttpContext context, TimeSpan took)
    {
        string method = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsDelete(context.Request.Method) ? context.Request.Method : "other";
        string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        var answer = (method, route, context.Response.StatusCode);
        lock (_gate)
        {
            var seen = _answers.GetValueOrDefault(answer);
            _answers[answer] = (seen.Count + 1, seen.Took + took);
        }
    }

    private static int Compare((string Method, string Route, int Status) one, (string Method, string Route, int Status) other) =>
        (string.CompareOrdinal(one.Route, other.Route), string.CompareOrdinal(one.Method, other.Method), one.Status.CompareTo(other.Status)).CompareTo((0, 0, 0));

    private static decimal Seconds(TimeSpan time) => time.Ticks / (decimal)TimeSpan.TicksPerSecond;
}
