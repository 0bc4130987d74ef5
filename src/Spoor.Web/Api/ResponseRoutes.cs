using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Records;
using Spoor.Reporting;
using Spoor.Reporting.Responses;
using Spoor.Response;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary><c>/responses</c>: how the response to an incident stands.</summary>
internal static class ResponseRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/responses", (Workbench workbench) => DocumentAnswer.Of(output => JsonText.Write(output, json =>
            {
                json.WriteString("spoor", "responses/1");
                json.WriteStartArray("incidents");
                workbench.Desk.Incidents.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            })))
            .Tells("listResponses", "The incidents that have a log on the desk.", "responses/1").Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/responses/{incident}", (string incident, ResponseActs acts, TimeProvider clock) => AnswerOf(incident, acts.LogOf(incident), clock))
            .Tells("response", "What is suspended and what was only asked for, what must be done before an asset is opened, what is due.", "response/1", Problem.NotFound, Problem.BadParameter)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/responses/{incident}/acts", (string incident, ResponseActs acts) =>
            {
                var log = acts.LogOf(incident);
                return DocumentAnswer.Of(output => ActsJson.Write(incident, log, output));
            })
            .Tells("acts", "Every act of a response, after the chain that binds them was checked.", "acts/1", Problem.NotFound, Problem.BadParameter)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/responses/{incident}/clock", (string incident, ResponseActs acts) =>
            {
                var state = acts.StateOf(incident);
                return DocumentAnswer.Of(output => ReportingClockJson.Write(incident, state.Clock, state.Now, output));
            })
            .Tells("clock", "What must be reported to whom by when.", "response-clock/1", Problem.NotFound, Problem.BadParameter)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    public static DocumentAnswer AnswerOf(string incident, ActLog log, TimeProvider clock, int status = StatusCodes.Status200OK)
    {
        var state = ResponseState.Of(incident, log, clock.GetUtcNow());
        return new(DocumentAnswer.BytesOf(output => ResponseJson.Write(state, output)), DocumentAnswer.Json) { Status = status };
    }
}
