using Spoor.Response;
using Spoor.Response.Watching;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Alerts;

/// <summary>Where somebody takes note of an alert, from a route or a page.</summary>
internal sealed class AlertDesk(AlertFeed feed, AcknowledgementFile file, AuditLog audit)
{
    /// <summary>Who took note of an alert, in order.</summary>
    public IReadOnlyList<Acknowledgement> Noted(string alert) => [.. file.All()[alert]];

    /// <exception cref="RefusalException">There is no such alert.</exception>
    public async Task<ToldAlert> FindAsync(string alert, CancellationToken cancellation) =>
        (await feed.ReadAsync(cancellation)).All.FirstOrDefault(told => told.Id == alert)
        ?? throw new RefusalException(Problem.NotFound, "Expected the id of an alert that a watch told, or a replay.");

    /// <summary>Writes down that a caller took note.</summary>
    /// <exception cref="RefusalException">There is no such alert, the note is empty or too long, or another process writes there.</exception>
    public async Task AcknowledgeAsync(Caller caller, string alert, string note, CancellationToken cancellation)
    {
        var told = await FindAsync(alert, cancellation);
        file.Write(told.Id, Asked.Read(Problem.BadBody, () => ActAuthor.OfPerson(caller.Name, note.Trim())));
        audit.Write(caller, "alert.acknowledged", new() { ["alert"] = told.Id });
    }
}
