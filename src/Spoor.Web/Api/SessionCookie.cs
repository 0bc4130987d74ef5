using Microsoft.AspNetCore.Http;
using Spoor.Web.Accounts;

namespace Spoor.Web.Api;

/// <summary>The cookie of a session: no script reads it, no other site makes a browser send it.</summary>
internal static class SessionCookie
{
    public static void Give(HttpContext context, string secret) =>
        context.Response.Cookies.Append(Gatekeeper.CookieName, secret, OptionsOf(context));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Gatekeeper.CookieName, OptionsOf(context));

    private static CookieOptions OptionsOf(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = SessionBook.Longest,
        IsEssential = true,
    };
}
