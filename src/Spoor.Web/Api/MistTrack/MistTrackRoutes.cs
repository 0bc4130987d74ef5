using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Api.MistTrack;

/// <summary>Part of the paths, envelopes and fields of MistTrack's OpenAPI, answered from the server's own data; see <c>docs/api.md</c>.</summary>
/// <remarks>https://docs.misttrack.io. Clients send their key as the parameter <c>api_key</c>.</remarks>
internal static class MistTrackRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        group.AddEndpointFilter(AnswerAsync);
        group.MapGet("/v1/status", () => MistTrackAnswer.Of(json =>
        {
            json.WriteStartArray("support_coin");
            MistTrackCoins.ByName.Keys.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }));
        Get("/v1/address_labels", MistTrackAddress.Labels);
        Get("/v1/address_overview", MistTrackAddress.Overview);
        Get("/v1/address_action", MistTrackFlows.Actions);
        Get("/v1/address_counterparty", MistTrackFlows.Counterparties);
        Get("/v1/transactions_investigation", MistTrackFlows.Investigation);
        Get("/v1/address_trace", MistTrackTraces.Trace);
        Get("/v1/risk_score", question => MistTrackRisk.Score(question, withLabels: false));
        Get("/v2/risk_score", question => MistTrackRisk.Score(question, withLabels: false));
        Get("/v3/risk_score", question => MistTrackRisk.Score(question, withLabels: true));

        void Get(string path, Func<MistTrackQuestion, IResult> answer) => group.MapGet(path, async (HttpContext context, Workbench workbench, ScreeningSource source) =>
            answer(await MistTrackQuestion.ReadAsync(context, workbench, source)));
    }

    // Refusals have the envelope, too: a client that expects it must not trip over problem details.
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (Caller.Of(context.User) is null)
        {
            var guesses = (GuessLimit)context.RequestServices.GetService(typeof(GuessLimit))!;
            return guesses.WaitOf(Gatekeeper.SourceOf(context)) > TimeSpan.Zero
                ? MistTrackAnswer.Refuse(StatusCodes.Status429TooManyRequests, "ExceededRateLimit")
                : MistTrackAnswer.Refuse(StatusCodes.Status401Unauthorized, "InvalidApiKey");
        }

        try
        {
            return await next(invocation);
        }
        catch (MistTrackRefusalException refusal)
        {
            return MistTrackAnswer.Refuse(StatusCodes.Status400BadRequest, refusal.Message);
        }
        catch (RefusalException refusal)
        {
            return MistTrackAnswer.Refuse(refusal.Problem.Status, refusal.Message);
        }
    }
}
