using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>What every answer says to a browser: trust nothing but this server, and show it in nobody's frame.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>No inline script, no foreign host, no frame.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    // The components of a page carry their measures in attributes of style.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        bool isPage = context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : isPage ? PagePolicy : Policy;
        headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}

/// <summary>On a route that answers with a page of the web application.</summary>
internal sealed record PageMark;
