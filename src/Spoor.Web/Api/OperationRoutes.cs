using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Operations;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary><c>/healthz</c> for whoever starts it again, <c>/metrics</c> for whoever keeps curves, and the way to the first page.</summary>
internal static class OperationRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", HealthAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/metrics", (ServerVitals vitals) => Results.Text(vitals.ToMetrics(), MetricsText.ContentType))
            .RequireAuthorization(NeededRole.PolicyOf(Role.Viewer)).WithMetadata(new NeededRole(Role.Viewer)).ExcludeFromDescription();
    }

    // Whether the store answers; nothing of what is in it, for anybody may ask.
    private static async Task<IResult> HealthAsync(Workbench workbench, ServerVitals vitals, HttpContext context)
    {
        await workbench.Store.HeadsAsync(context.RequestAborted);
        return DocumentAnswer.Of(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "server-health/1");
            json.WriteBoolean("healthy", true);
            json.WriteNumber("upSeconds", (long)vitals.Age.TotalSeconds);
        }));
    }
}
