using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Api;

/// <summary><c>/incidents</c>: what was published of each.</summary>
internal static class IncidentRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents", (Workbench workbench) => DocumentAnswer.Of(output =>
                IncidentLine.WriteJson(workbench.Incidents.All.Select(incident => new IncidentLine(incident.Facts)), output)))
            .Tells("listIncidents", "Every incident that the server knows, in order of id.", "incidents/1").Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/incidents/{incident}", (string incident, Workbench workbench) =>
            {
                var facts = Find(workbench, incident).Facts;
                return DocumentAnswer.Of(output => IncidentJson.Write(facts, output));
            })
            .Tells("incident", "The facts of an incident, each with its sources.", "incident/1", Problem.NotFound).Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    /// <summary>By its id alone: a path would let whoever asks read the disk of the server.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public static KnownIncident Find(Workbench workbench, string id) => workbench.Incidents.All.FirstOrDefault(incident => incident.Id == id)
        ?? throw new RefusalException(Problem.NotFound, "Expected the id of an incident; /api/v1/incidents lists them all.");
}
