using Microsoft.AspNetCore.Http;
using Spoor.Web.Accounts;

namespace Spoor.Web.Serving;

/// <summary>Refuses what another site makes a browser ask.</summary>
/// <remarks>
/// A browser sends the cookie of a session by itself. Beside SameSite=Strict, three signs are looked at: a foreign Origin and a foreign
/// Sec-Fetch-Site refuse every request; and one that changes something must show, where a session vouches for it, its own Origin or a
/// header that no form of another site can send (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
/// </remarks>
public sealed class OriginGuard(RequestDelegate next)
{
    /// <summary>Any value will do.</summary>
    public const string Header = "X-Spoor-Request";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        string origin = request.Headers.Origin.ToString();
        // Behind a proxy that encrypts, the page is https and the request is not.
        bool own = origin == $"{request.Scheme}://{request.Host.Value}" || origin == $"https://{request.Host.Value}";
        bool foreign = (origin.Length > 0 && !own) || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        bool changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        bool vouched = own || request.Headers.ContainsKey(Header) || Caller.Of(context.User) is not { IsBySession: true };
        return foreign && (changes || IsReadByScript(request)) ? RefuseAsync(context, "another site")
            : changes && !vouched ? RefuseAsync(context, $"neither an Origin nor the header {Header}")
            : next(context);
    }

    // To follow a link from another site, or to type an address, is no attack: it carries no Origin.
    private static bool IsReadByScript(HttpRequest request) =>
        request.Headers.Origin.Count > 0 || request.Headers["Sec-Fetch-Mode"].ToString() is not ("navigate" or "");

    private static Task RefuseAsync(HttpContext context, string found) => new ProblemAnswer(
        Problem.ForeignOrigin, $"Expected a request of a page of this server, found {found}.").ExecuteAsync(context);
}
