using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Response.Suspensions;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace.Questions;

namespace Spoor.Web.Api;

/// <summary>Acts of a response: who asked over HTTP is who acted.</summary>
internal static class ActRoutes
{
    private static readonly IReadOnlyList<Problem> Refusals = [Problem.BadBody, Problem.NotFound, Problem.BadParameter, Problem.DeskBusy];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/responses/{incident}/notes", NoteAsync).Tells("note", "Write down a moment that the clock counts from.", "response/1", Refusals)
            .Accepts<NewNote>(DocumentAnswer.Json).Answers(StatusCodes.Status201Created).For(Role.Responder);
        api.MapPost("/responses/{incident}/checks", CheckAsync).Tells("check", "Tick an item of the list that must be done before an asset is opened again.", "response/1", Refusals)
            .Accepts<NewCheck>(DocumentAnswer.Json).Answers(StatusCodes.Status201Created).For(Role.Responder);
        api.MapPost("/responses/{incident}/suspensions", SuspendAsync)
            .Tells("suspend", "Ask the exchange to stop or to open deposits or withdrawals; the job ends when it has said how things stand.", "job/1", [.. Refusals, Problem.NoHook, Problem.Conflict, Problem.Busy])
            .Accepts<NewSuspension>(DocumentAnswer.Json).Answers(StatusCodes.Status202Accepted).For(Role.Responder);
    }

    private static async Task<DocumentAnswer> NoteAsync(string incident, HttpContext context, DeskTurn desk, TimeProvider clock, AuditLog audit)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewNote);
        var now = clock.GetUtcNow();
        var note = Asked.Read(Problem.BadBody, () => Milestones.Note(asked.Milestone, asked.At is { } at ? MomentText.Parse(at, endOfDay: false) : now, AuthorOf(context, asked.Why), now));
        return await WriteAsync(incident, note, context, (desk, clock, audit));
    }

    private static async Task<DocumentAnswer> CheckAsync(string incident, HttpContext context, DeskTurn desk, TimeProvider clock, AuditLog audit)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewCheck);
        var note = Asked.Read(Problem.BadBody, () => ResumeChecklist.Tick(asked.Asset, asked.Item, AuthorOf(context, asked.Why), clock.GetUtcNow()));
        return await WriteAsync(incident, note, context, (desk, clock, audit));
    }

    private static async Task<DocumentAnswer> WriteAsync(string incident, ActNote note, HttpContext context, (DeskTurn Desk, TimeProvider Clock, AuditLog Audit) parts)
    {
        var log = await parts.Desk.WriteAsync(
            incident,
            file =>
            {
                Asked.Read(Problem.BadBody, () => file.Append(note));
                return Task.FromResult(file.Log);
            },
            context.RequestAborted);
        parts.Audit.Write(context.Caller(), "act.written", new() { ["incident"] = incident, ["act"] = log.Head });
        return ResponseRoutes.AnswerOf(incident, log, parts.Clock, StatusCodes.Status201Created);
    }

    private static async Task<DocumentAnswer> SuspendAsync(string incident, HttpContext context, SuspensionOrders orders) =>
        JobRoutes.Accepted(context, orders.Place(context.Caller(), incident, await JsonBody.ReadAsync(context, Bodies.Default.NewSuspension)));

    private static ActAuthor AuthorOf(HttpContext context, string why) => Asked.Read(Problem.BadBody, () => ActAuthor.OfPerson(context.Caller().Name, why));
}
