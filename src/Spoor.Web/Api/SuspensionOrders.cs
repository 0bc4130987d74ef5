using Spoor.Reporting.Responses;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Web.Suspensions;

namespace Spoor.Web.Api;

/// <summary>Takes wishes to suspend or to open, from a route or a page, and lets a job ask the exchange.</summary>
internal sealed class SuspensionOrders(DeskTurn desk, JobBoard board, ServeSettings settings, AuditLog audit)
{
    /// <summary>The exchange's own switch as it is called in acts; null where the server has none.</summary>
    public string? HookName => settings.Hook?.ShownName;

    /// <summary>Starts the job that asks; it ends with how the response stands then (<c>response/1</c>).</summary>
    /// <exception cref="RefusalException">The wish is not as it must be, there is no such incident, or the server has no hook.</exception>
    public Job Place(Caller caller, string incident, NewSuspension asked)
    {
        var author = Asked.Read(Problem.BadBody, () => ActAuthor.OfPerson(caller.Name, asked.Why));
        var order = SuspensionOrder.Of(asked, author);
        desk.LogOf(incident);
        var hook = settings.Hook ?? throw new RefusalException(Problem.NoHook, "Start the server with --hook or --hook-command to let it ask the exchange.");
        var job = board.Start(caller, "suspension", (_, cancellation) => desk.WriteAsync(
            incident,
            async file =>
            {
                await order.AskAsync(file, new SuspensionDesk(file, incident, hook, settings.Clock) { Patience = settings.Patience }, cancellation);
                var state = ResponseState.Of(incident, file.Log, settings.Clock.GetUtcNow());
                return DocumentAnswer.BytesOf(output => ResponseJson.Write(state, output));
            },
            cancellation));
        audit.Write(caller, $"{order.Wish.Word()}.ordered", new() { ["incident"] = incident, ["job"] = job.Id });
        return job;
    }
}
