using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Importing;
using Spoor.Web.Serving;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Api;

/// <summary><c>/imports</c>: files into the store, each as a job.</summary>
internal static class ImportRoutes
{
    /// <summary>How long a file may be on its way.</summary>
    public const string Patience = "upload";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/imports", TakeAsync)
        .Tells("importFile", "Send a file of transfers, labels or a ledger (name; kind, chain, source, onError=report, preview of labels); the answer says where the job is that imports all of it or nothing.", "job/1", Problem.BadParameter, Problem.TooLarge, Problem.Busy, Problem.Slow)
        .Accepts<byte[]>("application/octet-stream").Answers(StatusCodes.Status202Accepted).For(Role.Investigator)
        .WithRequestTimeout(Patience);

    private static async Task<DocumentAnswer> TakeAsync(HttpContext context, ImportDesk desk, RequestLimits limits, TimeProvider clock)
    {
        var order = OrderOf(context.Request, clock);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = desk.MostBytes;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new(limits.MinUploadBytesPerSecond, limits.GraceOfBody);
        }

        var job = await desk.TakeAsync(context.Caller(), Asked.Text(context.Request, "name"), order, (context.Request.Body, context.Request.ContentLength), context.RequestAborted);
        return JobRoutes.Accepted(context, job);
    }

    private static ImportOrder OrderOf(HttpRequest request, TimeProvider clock) => new()
    {
        Kind = Asked.Text(request, "kind") is { } word ? KindOf(word) : null,
        Chain = Asked.Text(request, "chain") is { } chain ? Asked.Read(Problem.BadParameter, () => ChainRegistry.Find(chain)).Id : null,
        Source = Asked.Text(request, "source"),
        SkipFaulty = Choice(request, "onError", "stop", "report"),
        IsPreview = Choice(request, "preview", "false", "true"),
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
    };

    private static ImportKind? KindOf(string word) => word == "any" ? null
        : Enum.GetNames<ImportKind>().FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<ImportKind>(name)
        : throw new RefusalException(Problem.BadParameter, "kind: expected transfers, labels, ledger or any.");

    private static bool Choice(HttpRequest request, string name, string no, string yes)
    {
        string word = Asked.Text(request, name) ?? no;
        return word == yes || (word == no ? false : throw new RefusalException(Problem.BadParameter, $"{name}: expected {no} or {yes}."));
    }
}
