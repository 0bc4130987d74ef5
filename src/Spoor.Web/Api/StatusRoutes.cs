using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Transfers;

namespace Spoor.Web.Api;

/// <summary><c>/status</c>: what the store holds.</summary>
internal static class StatusRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/status", StatusAsync)
        .Tells("status", "What the store holds, chain by chain.", "status/1").Answers(StatusCodes.Status200OK).For(Role.Viewer);

    private static async Task<DocumentAnswer> StatusAsync(Workbench workbench, CancellationToken cancellation)
    {
        var status = await workbench.Store.StatusAsync(cancellation);
        return DocumentAnswer.Of(output => StatusJson.Write(status, output));
    }
}
