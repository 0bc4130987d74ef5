using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/jobs</c>: long work, how far it is, and how to stop it.</summary>
internal static class JobRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", List).Tells("listJobs", "Your jobs, the newest first; an admin sees those of all.", "jobs/1").Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/jobs/{id}", (string id, HttpContext context, JobBoard board) => AnswerOf(Find(id, context, board), StatusCodes.Status200OK))
            .Tells("job", "A job: its state, how far it is, where its document is.", "job/1", Problem.NotFound).Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/jobs/{id}/document", ReadDocument)
            .Tells("jobDocument", "What a job made: JSON, or a file to save (a report, a case).", "", Problem.NotFound, Problem.NotReady).Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapDelete("/jobs/{id}", Cancel).Tells("cancelJob", "Stop a job; one that is over stays as it is.", "job/1", Problem.NotFound).Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    /// <summary>The answer to whoever asked for work: where to look for it.</summary>
    public static DocumentAnswer Accepted(HttpContext context, Job job)
    {
        context.Response.Headers.Location = $"/api/v1/jobs/{job.Id}";
        return AnswerOf(job, StatusCodes.Status202Accepted);
    }

    /// <exception cref="RefusalException">There is no such job, or it is another's.</exception>
    public static Job Find(string id, HttpContext context, JobBoard board) => board.Find(id, context.Caller())
        ?? throw new RefusalException(Problem.NotFound, $"Expected the id of one of your jobs; what they made is kept for {JobBoard.Kept.TotalMinutes:0} minutes.");

    /// <exception cref="RefusalException">It made nothing, or not yet.</exception>
    public static DocumentAnswer DocumentOf(Job job) => job.State == JobState.Done
        ? new(job.Document.ToArray(), job.ContentType) { SaveAs = job.SaveAs }
        : throw new RefusalException(Problem.NotReady, $"The job is {job.State.ToString().ToLowerInvariant()}{(job.Failure.Length > 0 ? $": {job.Failure}" : ".")}");

    private static DocumentAnswer ReadDocument(string id, HttpContext context, JobBoard board, AuditLog audit)
    {
        var job = Find(id, context, board);
        var answer = DocumentOf(job);
        if (job.SaveAs is { } file)
        {
            audit.Write(context.Caller(), $"{job.Kind}.exported", new() { ["job"] = job.Id, ["file"] = file });
        }

        return answer;
    }

    private static DocumentAnswer List(HttpContext context, JobBoard board) => DocumentAnswer.Of(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "jobs/1");
        json.WriteObjects("jobs", board.Of(context.Caller()), job => job.Write(json));
    }));

    private static DocumentAnswer Cancel(string id, HttpContext context, JobBoard board)
    {
        var job = Find(id, context, board);
        board.Cancel(job.Id);
        return AnswerOf(job, StatusCodes.Status200OK);
    }

    private static DocumentAnswer AnswerOf(Job job, int status) => new(DocumentAnswer.BytesOf(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "job/1");
        job.Write(json);
    })), DocumentAnswer.Json)
    {
        Status = status,
    };
}
