using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Serving;

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

    private static async Task<DocumentAnswer> NoteAsync(string incident, HttpContext context, ResponseActs acts, TimeProvider clock)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewNote);
        var log = await acts.NoteAsync(context.Caller(), incident, asked, context.RequestAborted);
        return ResponseRoutes.AnswerOf(incident, log, clock, StatusCodes.Status201Created);
    }

    private static async Task<DocumentAnswer> CheckAsync(string incident, HttpContext context, ResponseActs acts, TimeProvider clock)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewCheck);
        var log = await acts.CheckAsync(context.Caller(), incident, asked, context.RequestAborted);
        return ResponseRoutes.AnswerOf(incident, log, clock, StatusCodes.Status201Created);
    }

    private static async Task<DocumentAnswer> SuspendAsync(string incident, HttpContext context, ResponseActs acts)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewSuspension);
        return JobRoutes.Accepted(context, acts.Suspend(context.Caller(), incident, asked));
    }
}
