using Spoor.Records;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Web.Serving;
using Spoor.Web.Suspensions;

namespace Spoor.Web.Api;

/// <summary>A wish to suspend or to open, checked before anybody is asked.</summary>
internal sealed record SuspensionOrder(SuspensionWish Wish, SuspensionSubject Subject, ActAuthor Author, bool Anew, string? Override)
{
    /// <exception cref="RefusalException">The body is not as described.</exception>
    public static SuspensionOrder Of(NewSuspension asked, ActAuthor author) => Asked.Read(Problem.BadBody, () => new SuspensionOrder(
        asked.Want switch
        {
            "suspend" => SuspensionWish.Suspend,
            "resume" => SuspensionWish.Resume,
            _ => throw new FormatException($"want: expected suspend or resume, found '{asked.Want}'."),
        },
        SuspensionSubject.Of(asked.Asset, Transfers.ChainRegistry.TryFind(asked.Chain, out var known) ? known.Id.Value : asked.Chain, ServiceDirections.Parse(asked.Direction)),
        author,
        asked.Anew,
        string.IsNullOrWhiteSpace(asked.Override) ? null : asked.Override));

    /// <summary>Who asks and why, with what was still to be done where it is opened nevertheless.</summary>
    public ActAuthor AuthorOver(ActLog log) =>
        Override is not null && OpenItems(log) is { Count: > 0 } ? Author with { Why = $"{Author.Why} (opened with open items: {Override})" } : Author;

    /// <summary>Asks the exchange; nothing is opened that still has something to be done, unless a reason is given.</summary>
    /// <exception cref="RefusalException">The checklist has open items.</exception>
    public async Task AskAsync(ActFile file, SuspensionDesk desk, CancellationToken cancellation)
    {
        var open = OpenItems(file.Log);
        if (open.Count > 0 && Override is null)
        {
            throw new RefusalException(Problem.Conflict, $"{Subject.Asset} stays suspended: the checklist has open items: {string.Join(", ", open)}. Tick them, or give a reason as override.");
        }

        await desk.AskAsync(Wish, Subject, AuthorOver(file.Log), open, Anew, cancellation);
    }

    private IReadOnlyList<string> OpenItems(ActLog log) => Wish == SuspensionWish.Resume ? ResumeChecklist.Of(log, Subject.Asset).Open : [];
}
