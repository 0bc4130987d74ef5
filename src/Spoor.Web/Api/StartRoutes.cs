using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/start</c>: the URL that the terminal prints, which opens one session.</summary>
internal static class StartRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/start", Start).AllowAnonymous().ExcludeFromDescription();

    private static IResult Start(HttpContext context, OneTimeToken token, SessionBook sessions, GuessLimit guesses, AuditLog audit)
    {
        string source = Gatekeeper.SourceOf(context);
        if (guesses.WaitOf(source) is { Ticks: > 0 } wait)
        {
            return ProblemAnswer.TooManyGuesses(wait);
        }

        if (!token.Take(context.Request.Query["token"].ToString()))
        {
            guesses.Wrong(source);
            return new ProblemAnswer(Problem.Unauthenticated, "This token opens nothing: it is wrong, too old, or was used before. Start the server again for another, or sign in.");
        }

        SessionCookie.Give(context, sessions.OpenLocal());
        audit.Write(Caller.BySession(AccountName.Local, Role.Admin), "session.opened", []);

        // To a URL without the token, so that it stays in no history and no bookmark.
        return Results.Redirect("/");
    }
}
