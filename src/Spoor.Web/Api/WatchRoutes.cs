using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Alerts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/watch/replays</c>: what a watch would have told of the transfers of the store.</summary>
internal static class WatchRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/watch/replays", async (HttpContext context, WatchReplays replays) =>
                JobRoutes.Accepted(context, await replays.OrderAsync(context.Caller(), await JsonBody.ReadAsync(context, Bodies.Default.NewReplay), context.RequestAborted)))
            .Tells("replayWatch", "Show a watch the transfers of the store block by block, as if live; the files given are kept for the next replay.", "job/1",
                Problem.BadBody, Problem.TooLarge, Problem.Conflict, Problem.TooMany, Problem.Busy)
            .Accepts<NewReplay>(DocumentAnswer.Json).Answers(StatusCodes.Status202Accepted).For(Role.Investigator);
        api.MapGet("/watch/replays/latest", (WatchReplays replays) => new DocumentAnswer(
                replays.LastDocument() ?? throw new RefusalException(Problem.NotFound, "Nothing was replayed yet."), DocumentAnswer.Json))
            .Tells("lastReplay", "What the last replay came to: its alerts, and every wallet beside what it normally does.", "watch-replay/1", Problem.NotFound)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }
}
