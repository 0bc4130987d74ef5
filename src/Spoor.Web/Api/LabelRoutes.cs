using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Labels;

namespace Spoor.Web.Api;

/// <summary><c>/labels</c>: who says what of an address, a transaction, a name.</summary>
internal static class LabelRoutes
{
    private const string List = "labels";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/labels", FindAsync)
            .Tells("findLabels", "Labels of an address, of a transaction or with a name in them (q), as known on a day (asOf), a page at a time.", "labels/1", Problem.BadParameter, Problem.BadCursor)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/labels/counts", CountAsync).Tells("countLabels", "How many labels the store holds, of how many addresses, from how many sources.", "label-counts/1")
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    private static async Task<DocumentAnswer> FindAsync(HttpContext context, Workbench workbench)
    {
        string text = Asked.Text(context.Request, "q") ?? throw new RefusalException(Problem.BadParameter, "q: expected an address, a transaction or a part of a name.");
        var chain = Asked.Text(context.Request, "chain") is { } name ? Asked.Read(Problem.BadParameter, () => ChainRegistry.Find(name)).Id : (ChainId?)null;
        int from = Cursor.ReadNumber(List, context.Request);
        var paging = new LabelPaging(Cursor.LimitOf(context.Request), from);
        var question = new LabelQuestion(text, chain, Asked.Day(Asked.Text(context.Request, "asOf"), "asOf"), paging);
        var answer = await AskAsync(question, workbench, context.RequestAborted);
        string? next = answer.Page is not null && from + answer.Found.Labels.Count < answer.Total
            ? Cursor.Write(List, (from + answer.Found.Labels.Count).ToString(CultureInfo.InvariantCulture))
            : null;
        return DocumentAnswer.Of(output => LabelJson.Write(answer, "find", output, next));
    }

    // A damaged address is the only thing that a question of any other text is refused for.
    private static async Task<LabelAnswer> AskAsync(LabelQuestion question, Workbench workbench, CancellationToken cancellation)
    {
        try
        {
            return await question.AskAsync(workbench.Labels, cancellation);
        }
        catch (FormatException failure)
        {
            throw new RefusalException(Problem.BadParameter, $"q: {failure.Message}", failure);
        }
    }

    private static async Task<DocumentAnswer> CountAsync(Workbench workbench, CancellationToken cancellation)
    {
        var counts = await workbench.Labels.CountsAsync(cancellation);
        return DocumentAnswer.Of(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "label-counts/1");
            json.WriteNumber("labels", counts.Labels);
            json.WriteNumber("subjects", counts.Subjects);
            json.WriteNumber("sources", counts.Sources);
            json.WriteNumber("actors", counts.Actors);
            json.WriteNumber("retracted", counts.Retracted);
        }));
    }
}
