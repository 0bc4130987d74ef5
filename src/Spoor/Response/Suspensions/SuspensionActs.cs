using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>The kinds of acts about suspensions, and how they are written.</summary>
public static class SuspensionActs
{
    public const string SuspendRequested = "suspend.requested";
    public const string SuspendConfirmed = "suspend.confirmed";
    public const string SuspendUnconfirmed = "suspend.unconfirmed";
    public const string ResumeRequested = "resume.requested";
    public const string ResumeConfirmed = "resume.confirmed";
    public const string ResumeUnconfirmed = "resume.unconfirmed";

    /// <summary>Written before the hook is asked for the first time.</summary>
    /// <param name="overridden">Items of the checklist that were open; none where nothing was.</param>
    public static ActNote Requested(SuspensionWish wish, SuspensionSubject subject, ActAuthor author, DateTimeOffset at, IReadOnlyList<string>? overridden = null)
    {
        var about = subject.ToAbout();
        if (overridden is { Count: > 0 })
        {
            about["overridden"] = new JsonArray([.. overridden.Select(item => JsonValue.Create(item))]);
        }

        return new(at, author.By, author.Why, $"{wish.Word()}.requested", about);
    }

    /// <summary>Written after the hook was asked, whatever it said.</summary>
    /// <param name="hook">Who said it, without passwords.</param>
    public static ActNote Answered(SuspensionRequest request, SuspensionVerdict verdict, string hook, int attempts, DateTimeOffset at)
    {
        var about = request.Subject.ToAbout();
        about["request"] = request.Key;
        about["attempts"] = attempts;
        return new(at, $"hook {hook}", verdict.Words, $"{request.Wish.Word()}.{(verdict.IsConfirmed ? "confirmed" : "unconfirmed")}", about);
    }
}
