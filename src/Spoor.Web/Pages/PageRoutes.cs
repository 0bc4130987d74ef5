using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages;

/// <summary>The web application: pages that are held on the server and drawn in the browser.</summary>
internal static class PageRoutes
{
    // How long a page that lost its connection finds everything again.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    // What one message of a browser may hold; files do not come this way.
    private const int MaxMessage = 128 << 10;

    public static void Add(IServiceCollection parts)
    {
        // What it protects lives no longer than the process.
        parts.AddDataProtection().UseEphemeralDataProtectionProvider();
        parts.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitRetentionPeriod = Kept;
            options.DisconnectedCircuitMaxRetained = 200;
            options.DetailedErrors = false;
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = MaxMessage);
        parts.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        parts.AddHttpContextAccessor();
        parts.AddCascadingAuthenticationState();
        parts.AddScoped<AuthenticationStateProvider, OpenPageAuthentication>();
        parts.AddScoped<Visitor>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", AssetFile.Serve).AllowAnonymous().ExcludeFromDescription();
        // OriginGuard stands before every route, so that forms need no token of their own. A page stays connected as long as it is open.
        routes.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(NeededRole.PolicyOf(Role.Viewer))
            .DisableAntiforgery()
            .DisableRequestTimeout()
            .WithMetadata(new PageMark());
    }
}
