using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Importing;
using Spoor.Web.Jobs;
using Spoor.Workspace;

namespace Spoor.Web.Serving;

/// <summary>What every request goes through, in order, and where it can go.</summary>
internal static class ServerPipeline
{
    public static void Use(WebApplication application, ServeSettings settings)
    {
        // Opened now: a damaged file or a folder in use is told before anybody is let in.
        application.Services.GetRequiredService<AuditLog>();
        application.Services.GetRequiredService<Workbench>();
        application.Services.GetRequiredService<JobBoard>();
        application.Services.GetRequiredService<UploadFolder>();
        var vitals = application.Services.GetRequiredService<ServerVitals>();
        application.Use(next => context => vitals.MeasureAsync(context, next));
        application.Use(next => context => RequestTrace.FollowAsync(context, next));
        if (settings.Proxies.Count > 0)
        {
            application.UseForwardedHeaders(TrustedProxies.OptionsOf(settings.Proxies));
        }

        application.UseMiddleware<SecurityHeaders>();
        application.UseMiddleware<FaultAnswers>();
        application.UseMiddleware<HostGuard>();
        application.UseRouting();
        application.UseRequestTimeouts();
        application.UseAuthentication();
        application.UseMiddleware<OriginGuard>();
        application.UseRateLimiter();
        application.UseAuthorization();
        ApiRoutes.Map(application, settings);
    }
}
