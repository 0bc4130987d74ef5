using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/audit</c>: what was changed and what went out, this month, the newest first.</summary>
internal static class AuditRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit", Read)
        .Tells("readAudit", "Every change and every export of this month, the newest first; each entry has the hash of the one before it.", "audit/1", Problem.BadCursor)
        .Answers(StatusCodes.Status200OK).For(Role.Admin);

    private static DocumentAnswer Read(HttpContext context, AuditLog audit)
    {
        var log = audit.Current;
        int limit = Cursor.LimitOf(context.Request);
        int until = Cursor.ReadNumber("audit", context.Request) is > 0 and var place ? Math.Min(place, log.Acts.Count) : log.Acts.Count;
        int from = Math.Max(0, until - limit);
        return DocumentAnswer.Of(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "audit/1");
            json.WriteString("head", log.Head);
            json.WriteObjects("entries", log.Acts.Skip(from).Take(until - from).Reverse(), act =>
            {
                json.WriteNumber("number", act.Number);
                json.WriteString("at", Rendered.Moment(act.At));
                json.WriteString("by", act.By);
                json.WriteString("means", act.Why);
                json.WriteString("kind", act.Kind);
                json.WritePropertyName("about");
                act.About.WriteTo(json);
                json.WriteString("previous", act.Previous);
                json.WriteString("id", act.Id);
            });
            json.WriteString("next", from > 0 ? Cursor.Write("audit", from.ToString(CultureInfo.InvariantCulture)) : null);
        }));
    }
}
