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
        var open = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.AddEndpointFilter(AnswerAsync);
        var group = open.MapGroup("");
        group.AddEndpointFilter(AdmitAsync);
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
        Score("/v1/risk_score", withLabels: false);
        foreach (var (version, withLabels) in new[] { ("/v2", false), ("/v3", true) })
        {
            Score($"{version}/risk_score", withLabels);
            Score($"{version}/risk_score_query_task", withLabels);
            open.MapPost($"{version}/risk_score_create_task", MistTrackTasks.CreateAsync);
        }

        void Get(string path, Func<MistTrackQuestion, IResult> answer) => group.MapGet(path, async (HttpContext context, Workbench workbench, ScreeningSource source) =>
            answer(await MistTrackQuestion.ReadAsync(context, workbench, source)));

        void Score(string path, bool withLabels) => group.MapGet(path, async (HttpContext context, Workbench workbench, ScreeningSource source) =>
            MistTrackRisk.Score(await MistTrackRiskQuestion.ReadAsync(MistTrackRiskQuestion.TaskOf(context.Request), workbench, source, context.RequestAborted), withLabels));
    }

    private static async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var guesses = (GuessLimit)context.RequestServices.GetService(typeof(GuessLimit))!;
        return Caller.Of(context.User) is null
            ? MistTrackAnswer.Unknown(guesses.WaitOf(Gatekeeper.SourceOf(context)) > TimeSpan.Zero)
            : await next(invocation);
    }

    // Refusals have the envelope, too: a client that expects it must not trip over problem details.
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
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
