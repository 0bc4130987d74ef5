using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Pages;

/// <summary>The document that every page is drawn into.</summary>
public sealed partial class App
{
    /// <summary>Kept by the browser: <c>dark</c> or <c>light</c>; without it the page is light.</summary>
    public const string ThemeCookie = "spoor_theme";

    // Drawn once, in the browser: a page drawn on the server first would do all its work twice.
    private static readonly IComponentRenderMode Drawn = new InteractiveServerRenderMode(prerender: false);

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private IComponentRenderMode? Mode => Context?.Request.Path.StartsWithSegments(Accounts.SignInPath.Path) == true ? null : Drawn;

    private bool IsDark => Context?.Request.Cookies[ThemeCookie] == "dark";
}
