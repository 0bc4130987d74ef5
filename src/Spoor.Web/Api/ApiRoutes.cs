using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Api.MistTrack;
using Spoor.Web.Pages;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary>All routes of a server, group by group.</summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes, ServeSettings settings)
    {
        StartRoutes.Map(routes);
        OperationRoutes.Map(routes);
        ApiDocument.Map(routes);

        MistTrackRoutes.Map(routes);
        ToolRoutes.Map(routes, settings);
        PageRoutes.Map(routes);

        // What says nothing of who may use it needs at least a viewer.
        var api = routes.MapGroup("/api/v1").RequireAuthorization(NeededRole.PolicyOf(Role.Viewer));
        SessionRoutes.Map(Tagged("session"));
        AccountRoutes.Map(Tagged("accounts"));
        AuditRoutes.Map(Tagged("accounts"));
        StatusRoutes.Map(Tagged("status"));
        AddressRoutes.Map(Tagged("addresses"));
        TransactionRoutes.Map(Tagged("addresses"));
        LabelRoutes.Map(Tagged("labels"));
        SanctionRoutes.Map(Tagged("screening"));
        ScreenRoutes.Map(Tagged("screening"));
        IncidentRoutes.Map(Tagged("incidents"));
        FindingRoutes.Map(Tagged("incidents"));
        ReportRoutes.Map(Tagged("incidents"));
        CaseRoutes.Map(Tagged("cases"));
        TraceRoutes.Map(Tagged("traces"));
        JobRoutes.Map(Tagged("traces"));
        LedgerRoutes.Map(Tagged("ledger"));
        ImportRoutes.Map(Tagged("imports"));
        AlertRoutes.Map(Tagged("alerts"));
        AcknowledgementRoutes.Map(Tagged("alerts"));
        WatchRoutes.Map(Tagged("alerts"));
        ResponseRoutes.Map(Tagged("response"));
        ActRoutes.Map(Tagged("response"));

        RouteGroupBuilder Tagged(string tag) => api.MapGroup("").WithTags(tag);
    }

    /// <summary>Who asks; every route of the API has somebody.</summary>
    public static Caller Caller(this HttpContext context) =>
        Accounts.Caller.Of(context.User) ?? throw new InvalidOperationException("A route of the API was reached by nobody.");
}
