using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/session</c>: sign in, see who one is, sign out.</summary>
internal static class SessionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", SignInAsync).Tells("signIn", "Sign in with name and password; the answer carries a cookie.", "session/1", Problem.BadBody, Problem.TooManyGuesses)
            .Accepts<SignIn>(DocumentAnswer.Json).Answers(StatusCodes.Status200OK).AllowAnonymous();
        api.MapGet("/session", (HttpContext context) => AnswerOf(context.Caller())).Tells("whoAmI", "Who asks, and what they may.", "session/1")
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapDelete("/session", SignOut).Tells("signOut", "End the session.", "").Answers(StatusCodes.Status204NoContent).For(Role.Viewer);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Gatekeeper gatekeeper, SessionBook sessions, AuditLog audit)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.SignIn);
        var (entry, account) = await gatekeeper.SignInAsync(asked.Name, asked.Password, Gatekeeper.SourceOf(context), context.RequestAborted);
        switch (entry)
        {
            case Entry.Open open when account is not null:
                SessionCookie.Give(context, sessions.Open(account));
                audit.Write(open.Caller, "session.opened", []);
                return AnswerOf(open.Caller);
            case Entry.Wait wait:
                return ProblemAnswer.TooManyGuesses(wait.For);
            default:
                return new ProblemAnswer(Problem.Unauthenticated, "Name and password do not go together.");
        }
    }

    private static IResult SignOut(HttpContext context, SessionBook sessions, AuditLog audit)
    {
        if (context.Request.Cookies[Gatekeeper.CookieName] is { Length: > 0 } secret)
        {
            sessions.Close(secret);
            audit.Write(context.Caller(), "session.closed", []);
        }

        SessionCookie.Take(context);
        return Results.NoContent();
    }

    private static DocumentAnswer AnswerOf(Caller caller) => DocumentAnswer.Of(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "session/1");
        json.WriteString("name", caller.Name);
        json.WriteString("role", caller.Role.Word());
        json.WriteString("means", caller.Means);
    }));
}
