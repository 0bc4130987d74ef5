using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spoor.Web.Serving;

namespace Spoor.Web.Accounts;

/// <summary>Lets the gatekeeper's word count for every route, and answers refusals as problems.</summary>
public sealed class SpoorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, Gatekeeper gatekeeper)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string SchemeName = "spoor";

    private TimeSpan _wait;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        switch (gatekeeper.Admit(Context))
        {
            case Entry.Open open:
                return Task.FromResult(AuthenticateResult.Success(new(open.Caller.ToPrincipal(SchemeName), SchemeName)));
            case Entry.Wait wait:
                _wait = wait.For;
                return Task.FromResult(AuthenticateResult.Fail("Too many wrong guesses."));
            default:
                return Task.FromResult(AuthenticateResult.NoResult());
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_wait > TimeSpan.Zero)
        {
            return ProblemAnswer.TooManyGuesses(_wait).ExecuteAsync(Context);
        }

        // The connection of a page is not a page: a browser shows nobody what it leads to.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null && HttpMethods.IsGet(Request.Method) && !Request.Path.StartsWithSegments("/_blazor"))
        {
            Response.Redirect(SignInPath.Before(Request.Path + Request.QueryString));
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemAnswer(Problem.Unauthenticated, "Expected a key (Authorization: Bearer …) or a session; found none that opens anything.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => new ProblemAnswer(
        Problem.Forbidden,
        $"This needs the role {Context.GetEndpoint()?.Metadata.GetMetadata<NeededRole>()?.Role.Word()}; you have {Caller.Of(Context.User)?.Role.Word()}.").ExecuteAsync(Context);
}
