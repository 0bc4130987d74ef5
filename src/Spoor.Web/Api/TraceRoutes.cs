using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Terminals;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Transfers;

namespace Spoor.Web.Api;

/// <summary><c>/traces</c>: where stolen value went, as a job.</summary>
internal static class TraceRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/traces", OrderAsync).Tells("orderTrace", "Follow stolen value, or where value came from; the answer says where the job is.", "job/1", Problem.BadBody, Problem.TooLarge, Problem.Busy)
            .Accepts<TraceOrder>(DocumentAnswer.Json).Answers(StatusCodes.Status202Accepted).For(Role.Investigator);
        api.MapGet("/traces/{id}", Read).Tells("trace", "A trace that a job made, with books that account for every unit.", "trace/1", Problem.NotFound, Problem.NotReady)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    private static async Task<DocumentAnswer> OrderAsync(HttpContext context, Workbench workbench, JobBoard board, AuditLog audit)
    {
        var order = await JsonBody.ReadAsync(context, Bodies.Default.TraceOrder);
        var request = Asked.Read(Problem.BadBody, () => TraceRequests.Of(order));
        var job = board.Start(context.Caller(), "trace", (report, cancellation) => TraceAsync(workbench, request, order.UseLabels, report, cancellation));
        audit.Write(context.Caller(), "trace.ordered", new() { ["job"] = job.Id });
        return JobRoutes.Accepted(context, job);
    }

    private static DocumentAnswer Read(string id, HttpContext context, JobBoard board, AuditLog audit)
    {
        var job = JobRoutes.Find(id, context, board);
        if (job.Kind != "trace")
        {
            throw new RefusalException(Problem.NotFound, "Expected the id of a trace.");
        }

        var answer = JobRoutes.DocumentOf(job);
        audit.Write(context.Caller(), "trace.exported", new() { ["job"] = job.Id });
        return answer;
    }

    /// <summary>A request with what the store knows: its labels, if they are to be used, and its bridges.</summary>
    public static async Task<TraceRequest> WithKnowledgeAsync(Workbench workbench, TraceRequest request, bool useLabels, CancellationToken cancellation) => request with
    {
        Stops = useLabels ? request.Stops with { Labels = (await workbench.HistoryAsync(cancellation)).At(null) } : request.Stops,
        Crossings = await StoredCrossings.ReadAsync(workbench.Store, cancellation),
    };

    private static async Task<byte[]> TraceAsync(
        Workbench workbench, TraceRequest request, bool useLabels, Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        request = await WithKnowledgeAsync(workbench, request, useLabels, cancellation);
        var progress = new ReportedProgress<TraceProgress>(done => report(
            [("round", done.Round), ("holdings", done.Holdings), ("transfers", done.Transfers), ("wanted", done.Wanted)]));
        var trace = await Tracer.RunAsync(store, request, progress, cancellation);
        var whereabouts = await WhereaboutsReading.OfAsync(store, trace, new TerminalRules(), cancellation);
        var bounds = await TaintBounds.OfAsync(store, trace, cancellation);
        return DocumentAnswer.BytesOf(output => TraceJson.Write(trace, bounds, whereabouts, output));
    }

    // At once and on the thread that works, unlike Progress<T>: the last report must not come after the end.
    private sealed class ReportedProgress<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
