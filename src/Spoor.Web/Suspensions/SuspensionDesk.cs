using System.Globalization;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;

namespace Spoor.Web.Suspensions;

/// <summary>Asks the exchange to suspend or resume and writes down what it was asked and what it says the state is.</summary>
/// <remarks>
/// The wish is on the disk before the hook hears of it, and its key is the id of that act: whatever is stopped or lost on the way, the same
/// wish is asked for again under the same key.
/// </remarks>
public sealed class SuspensionDesk(ActFile acts, string incident, IExchangeHook hook, TimeProvider clock)
{
    public HookPatience Patience { get; init; } = HookPatience.Usual;

    /// <summary>Asks until the exchange has said how things stand, or patience is at its end.</summary>
    /// <param name="anew">Whether a wish that is not confirmed yet is given up for a new one with a key of its own.</param>
    /// <returns>How the subject stands then.</returns>
    public async Task<SuspensionStanding> AskAsync(
        SuspensionWish wish, SuspensionSubject subject, ActAuthor author, IReadOnlyList<string> overridden, bool anew, CancellationToken cancellation)
    {
        if (wish == SuspensionWish.Resume && author.IsPolicy)
        {
            throw new InvalidOperationException($"'{author.By}' cannot resume: only a human does.");
        }

        var standing = SuspensionBook.Of(acts.Log, incident).Find(subject);
        if (!anew && standing?.Request.Wish == wish)
        {
            if (!standing.IsConfirmed)
            {
                return await OrderAsync(standing.Request, cancellation);
            }

            // It was done once; the exchange may have undone it since without Spoor.
            var (now, asked) = await QuestionAsync(standing.Request, cancellation);
            if (now is not HookWord.Says { State: var state } || state == wish.State())
            {
                return Write(standing.Request, SuspensionVerdict.OfQuestion(wish, now), asked);
            }
        }

        acts.Append(SuspensionActs.Requested(wish, subject, author, clock.GetUtcNow(), overridden));
        return await OrderAsync(Standing(subject).Request, cancellation);
    }

    private async Task<SuspensionStanding> OrderAsync(SuspensionRequest request, CancellationToken cancellation)
    {
        var (order, ordered) = await PersistAsync(request, request.Key, request.ToOrder(), isQuestion: false, cancellation);
        var (state, asked) = await QuestionAsync(request, cancellation);
        return Write(request, SuspensionVerdict.Of(request.Wish, order, state), ordered + asked);
    }

    private Task<(HookWord Word, int Attempts)> QuestionAsync(SuspensionRequest request, CancellationToken cancellation)
    {
        // A question is a message of its own: were it to carry the key, a hook could answer it with what it said to the order.
        string id = $"state-{acts.Log.Acts.Count.ToString(CultureInfo.InvariantCulture)}-{request.Key}";
        return PersistAsync(request, id, request.ToQuestion(), isQuestion: true, cancellation);
    }

    private async Task<(HookWord Word, int Attempts)> PersistAsync(SuspensionRequest request, string id, byte[] body, bool isQuestion, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            var answer = await hook.AskAsync(isQuestion ? $"{id}-{attempt.ToString(CultureInfo.InvariantCulture)}" : id, body, cancellation);
            var word = answer switch
            {
                HookAnswer.Answered answered => HookWord.Read(answered.Body, request),
                HookAnswer.Refused refused => new HookWord.Unusable(refused.Why),
                HookAnswer.Down down => new HookWord.Silent(down.Why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            bool again = word is HookWord.Silent || (isQuestion && word is HookWord.Says { State: "pending" });
            if (!again || attempt >= Patience.Attempts)
            {
                return (word, attempt);
            }

            await Task.Delay(Patience.WaitAfter(attempt, (answer as HookAnswer.Down)?.After), clock, cancellation);
        }
    }

    private SuspensionStanding Write(SuspensionRequest request, SuspensionVerdict verdict, int attempts)
    {
        acts.Append(SuspensionActs.Answered(request, verdict, hook.ShownName, attempts, clock.GetUtcNow()));
        return Standing(request.Subject);
    }

    private SuspensionStanding Standing(SuspensionSubject subject) => SuspensionBook.Of(acts.Log, incident).Find(subject)!;
}
