using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary><c>/sanctions</c>: whether an address is on a sanctions list that was imported, in the shape that Chainalysis' free API has.</summary>
/// <remarks>https://www.chainalysis.com/free-cryptocurrency-sanctions-screening-tools/</remarks>
internal static class SanctionRoutes
{
    private const string Sanction = "sanction";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sanctions/{address}", FindAsync)
        .Tells("sanctions", "Identifications of an address on sanctions lists; an empty list where there are none.", "", Problem.BadAddress)
        .Answers(StatusCodes.Status200OK).For(Role.Viewer);

    private static async Task<DocumentAnswer> FindAsync(string address, HttpContext context, Workbench workbench)
    {
        var (_, key) = Asked.Account(address, Asked.Text(context.Request, "chain"));
        var labels = await AddressLabels.OfAsync(workbench, key, context.RequestAborted);
        return DocumentAnswer.Of(output => JsonText.Write(output, json => json.WriteObjects("identifications", labels.Select(one => one.Label).Where(IsSanction), label =>
        {
            json.WriteString("category", "sanctions");
            json.WriteString("name", label.Name);
            json.WriteString("description", $"{label.Name}, listed by {label.Source}{(label.Observed is { } day ? $" as of {day:yyyy-MM-dd}" : "")}.");
            json.WriteString("url", Uri.TryCreate(label.Source, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? label.Source : null);
        })));
    }

    private static bool IsSanction(Label label) => label.Abuse == Sanction || label.Concepts.Contains(Sanction);
}
