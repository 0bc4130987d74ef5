using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Attribution;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Links;

namespace Spoor.Web.Api;

/// <summary>What is worked out of an incident: its loss, its links, who is behind it. The same documents as those of the verbs.</summary>
internal static class FindingRoutes
{
    private static readonly IReadOnlyList<Problem> Refusals = [Problem.NotFound, Problem.BadParameter, Problem.Busy];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents/{incident}/loss", (string incident, HttpContext context, Workbench workbench, HeavyWork heavy) => AnswerAsync("loss", incident, context, (workbench, heavy), LossAsync))
            .Tells("loss", "How much an incident took, every version of it and why they differ, as of a day (asOf).", "loss/1", Refusals).Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/incidents/{incident}/links", (string incident, HttpContext context, Workbench workbench, HeavyWork heavy) => AnswerAsync("links", incident, context, (workbench, heavy), LinksAsync))
            .Tells("links", "What an incident shares with others (against, without; all=true also shows what was refuted), as of a day (asOf).", "links/1", Refusals).Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/incidents/{incident}/attribution", (string incident, HttpContext context, Workbench workbench, HeavyWork heavy) => AnswerAsync("attribution", incident, context, (workbench, heavy), AttributionAsync))
            .Tells("attribution", "Who is behind an incident, how probable that is (prior), and what would change it, as of a day (asOf).", "attribution/1", Refusals).Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    private static async Task<DocumentAnswer> AnswerAsync(
        string what, string incident, HttpContext context, (Workbench Workbench, HeavyWork Heavy) parts, Func<KnownIncident, HttpRequest, Workbench, CancellationToken, Task<byte[]>> work)
    {
        var known = IncidentRoutes.Find(parts.Workbench, incident);
        string key = string.Join('\n', what, incident, Joined(context, "asOf"), Joined(context, "against"), Joined(context, "without"), Joined(context, "all"), Joined(context, "prior"));
        byte[] bytes = await parts.Heavy.AnswerAsync(key, cancellation => work(known, context.Request, parts.Workbench, cancellation), context.RequestAborted);
        return new(bytes, DocumentAnswer.Json);

        static string Joined(HttpContext context, string name) => Asked.Text(context.Request, name) ?? "";
    }

    private static async Task<byte[]> LossAsync(KnownIncident incident, HttpRequest request, Workbench workbench, CancellationToken cancellation)
    {
        var day = Asked.Day(Asked.Text(request, "asOf"), "asOf");
        var material = await workbench.MaterialAsync(incident, day, cancellation);
        var folder = LossFolder.Read(incident, workbench.Prices);
        var report = await LossReading.ReportAsync(incident, folder, (material.Transfers, material.TransfersName), day, cancellation);
        return DocumentAnswer.BytesOf(output => LossJson.Write(report, folder.Prices.Files, output));
    }

    private static async Task<byte[]> LinksAsync(KnownIncident incident, HttpRequest request, Workbench workbench, CancellationToken cancellation)
    {
        var report = await LinkSearch.ReportAsync(await QuestionAsync(incident, request, workbench, cancellation), cancellation);
        bool all = Asked.Flag(request, "all");
        return DocumentAnswer.BytesOf(output => LinksJson.Write(report, all, output, []));
    }

    private static async Task<byte[]> AttributionAsync(KnownIncident incident, HttpRequest request, Workbench workbench, CancellationToken cancellation)
    {
        string? text = Asked.Text(request, "prior");
        decimal prior = text is null ? Posterior.DefaultPrior
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal given) && given is >= 0.000001m and <= 0.999999m ? given
            : throw new RefusalException(Problem.BadParameter, $"prior: expected a probability from 0.000001 to 0.999999, such as 0.05, found '{text}'.");
        var report = await ActorSearch.RunAsync(await QuestionAsync(incident, request, workbench, cancellation), prior, cancellation);
        return DocumentAnswer.BytesOf(output => AssessmentJson.Write(report, output));
    }

    private static async Task<LinkRequest> QuestionAsync(KnownIncident incident, HttpRequest request, Workbench workbench, CancellationToken cancellation)
    {
        var day = Asked.Day(Asked.Text(request, "asOf"), "asOf");
        string[] against = Words(request, "against");
        var question = new LinkQuestion
        {
            Library = workbench.Incidents,
            Asked = incident,
            Against = against.Length == 0 ? workbench.Incidents.All : [.. against.Select(id => IncidentRoutes.Find(workbench, id)).DistinctBy(other => other.Id).OrderBy(other => other.Id, StringComparer.Ordinal)],
            AsOf = day,
            Without = Words(request, "without"),
        };
        var history = await workbench.HistoryAsync(cancellation);
        var transfers = await workbench.TransfersAsync(cancellation);
        bool hasAny = (await transfers.HeadsAsync(cancellation)).Count > 0;
        return Asked.Read(Problem.BadParameter, () => question.In(hasAny ? transfers : null, history.At(day), history.Lineage));
    }

    private static string[] Words(HttpRequest request, string name) =>
        (Asked.Text(request, name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
