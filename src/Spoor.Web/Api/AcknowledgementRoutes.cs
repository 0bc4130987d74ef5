using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Alerts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/alerts/{alert}/acknowledgements</c>: who took note of an alert.</summary>
internal static class AcknowledgementRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts/{alert}/acknowledgements", async (string alert, AlertDesk desk, CancellationToken cancellation) =>
            {
                await desk.FindAsync(alert, cancellation);
                return AnswerOf(alert, desk, StatusCodes.Status200OK);
            })
            .Tells("acknowledgements", "Who took note of an alert, when, and what they said.", "acknowledgements/1", Problem.NotFound).Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapPost("/alerts/{alert}/acknowledgements", async (string alert, HttpContext context, AlertDesk desk) =>
            {
                var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewAcknowledgement);
                await desk.AcknowledgeAsync(context.Caller(), alert, asked.Note, context.RequestAborted);
                return AnswerOf(alert, desk, StatusCodes.Status201Created);
            })
            .Tells("acknowledge", "Take note of an alert: who did, when and with which note is kept in a log that cannot be changed unseen.", "acknowledgements/1", Problem.BadBody, Problem.NotFound, Problem.DeskBusy)
            .Accepts<NewAcknowledgement>(DocumentAnswer.Json).Answers(StatusCodes.Status201Created).For(Role.Responder);
    }

    private static DocumentAnswer AnswerOf(string alert, AlertDesk desk, int status) => new(DocumentAnswer.BytesOf(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "acknowledgements/1");
        json.WriteString("alert", alert);
        json.WriteObjects("acknowledgements", desk.Noted(alert), noted =>
        {
            json.WriteString("by", noted.By);
            json.WriteString("at", Rendered.Moment(noted.At));
            json.WriteString("note", noted.Note);
        });
    })), DocumentAnswer.Json)
    {
        Status = status,
    };
}
