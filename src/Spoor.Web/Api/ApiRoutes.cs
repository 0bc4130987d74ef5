using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Api.MistTrack;

namespace Spoor.Web.Api;

/// <summary>All routes of a server, group by group.</summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        StartRoutes.Map(routes);
        OperationRoutes.Map(routes);
        ApiDocument.Map(routes);

        MistTrackRoutes.Map(routes);

        // What says nothing of who may use it needs at least a viewer.
        var api = routes.MapGroup("/api/v1").RequireAuthorization(NeededRole.PolicyOf(Role.Viewer));
        SessionRoutes.Map(api);
        AccountRoutes.Map(api);
        AuditRoutes.Map(api);
        StatusRoutes.Map(api);
        AddressRoutes.Map(api);
        TransactionRoutes.Map(api);
        LabelRoutes.Map(api);
        SanctionRoutes.Map(api);
        ScreenRoutes.Map(api);
        IncidentRoutes.Map(api);
        FindingRoutes.Map(api);
        ReportRoutes.Map(api);
        TraceRoutes.Map(api);
        JobRoutes.Map(api);
        LedgerRoutes.Map(api);
        AlertRoutes.Map(api);
        ResponseRoutes.Map(api);
        ActRoutes.Map(api);
    }

    /// <summary>Who asks; every route of the API has somebody.</summary>
    public static Caller Caller(this HttpContext context) =>
        Accounts.Caller.Of(context.User) ?? throw new InvalidOperationException("A route of the API was reached by nobody.");
}
