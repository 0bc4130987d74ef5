using Spoor.Records;
using Spoor.Reporting.Responses;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Web.Suspensions;
using Spoor.Workspace.Questions;

namespace Spoor.Web.Cases;

/// <summary>Acts of a response, whoever asks for them over a route or on a page: who asked is who acted.</summary>
public sealed class ResponseActs(DeskTurn desk, JobBoard board, ServeSettings settings, AuditLog audit)
{
    /// <summary>What the job that asks the exchange is called.</summary>
    public const string SuspensionKind = "suspension";

    /// <summary>What the exchange's own switch is called; null where the server has none.</summary>
    public string? HookName => settings.Hook?.ShownName;

    /// <summary>How the log of an incident stands now; reading keeps nobody from writing, and an incident without a log has an empty one.</summary>
    /// <exception cref="RefusalException">There is no such incident.</exception>
    public ActLog LogOf(string incident) => desk.LogOf(incident) is var log && File.Exists(log) ? ActFile.Read(log) : ActLog.Empty;

    /// <summary>How the response to an incident stands now.</summary>
    /// <exception cref="RefusalException">There is no such incident.</exception>
    public ResponseState StateOf(string incident) => ResponseState.Of(incident, LogOf(incident), settings.Clock.GetUtcNow());

    /// <summary>Writes down a moment that the clock counts from.</summary>
    /// <exception cref="RefusalException">It is not as described.</exception>
    public Task<ActLog> NoteAsync(Caller caller, string incident, NewNote asked, CancellationToken cancellation)
    {
        var now = settings.Clock.GetUtcNow();
        var happened = asked.At is { } at ? Asked.Read(Problem.BadBody, () => MomentText.Parse(at, endOfDay: false)) : now;
        return WriteAsync(caller, incident, Asked.Read(Problem.BadBody, () => Milestones.Note(asked.Milestone, happened, AuthorOf(caller, asked.Why), now)), cancellation);
    }

    /// <summary>Ticks an item of the list that must be done before an asset is opened again.</summary>
    /// <exception cref="RefusalException">It is not as described.</exception>
    public Task<ActLog> CheckAsync(Caller caller, string incident, NewCheck asked, CancellationToken cancellation) =>
        WriteAsync(caller, incident, Asked.Read(Problem.BadBody, () => ResumeChecklist.Tick(asked.Asset, asked.Item, AuthorOf(caller, asked.Why), settings.Clock.GetUtcNow())), cancellation);

    /// <summary>A wish as it would be asked of the exchange, but for its key, which is the hash of the act that writes it down.</summary>
    /// <exception cref="RefusalException">It is not as described.</exception>
    public SuspensionRequest Preview(Caller caller, string incident, NewSuspension asked)
    {
        var order = OrderOf(caller, asked);
        var author = order.AuthorOver(LogOf(incident));
        return new("sha256:…", incident, order.Subject, order.Wish, author.By, author.Why);
    }

    /// <summary>Asks the exchange to stop or to open deposits or withdrawals; the job ends when it has said how things stand.</summary>
    /// <exception cref="RefusalException">It is not as described, or there is no hook.</exception>
    public Job Suspend(Caller caller, string incident, NewSuspension asked)
    {
        var order = OrderOf(caller, asked);
        desk.LogOf(incident);
        var hook = settings.Hook ?? throw new RefusalException(Problem.NoHook, "Start the server with --hook or --hook-command to let it ask the exchange.");
        var job = board.Start(caller, SuspensionKind, (_, cancellation) => desk.WriteAsync(
            incident,
            async file =>
            {
                await order.AskAsync(file, new SuspensionDesk(file, incident, hook, settings.Clock) { Patience = settings.Patience }, cancellation);
                var state = ResponseState.Of(incident, file.Log, settings.Clock.GetUtcNow());
                return DocumentAnswer.BytesOf(output => ResponseJson.Write(state, output));
            },
            cancellation), incident);
        audit.Write(caller, $"{order.Wish.Word()}.ordered", new() { ["incident"] = incident, ["job"] = job.Id });
        return job;
    }

    private async Task<ActLog> WriteAsync(Caller caller, string incident, ActNote note, CancellationToken cancellation)
    {
        var log = await desk.WriteAsync(
            incident,
            file =>
            {
                Asked.Read(Problem.BadBody, () => file.Append(note));
                return Task.FromResult(file.Log);
            },
            cancellation);
        audit.Write(caller, "act.written", new() { ["incident"] = incident, ["act"] = log.Head });
        return log;
    }

    private static SuspensionOrder OrderOf(Caller caller, NewSuspension asked) => SuspensionOrder.Of(asked, AuthorOf(caller, asked.Why));

    private static ActAuthor AuthorOf(Caller caller, string why) => Asked.Read(Problem.BadBody, () => ActAuthor.OfPerson(caller.Name, why));
}
