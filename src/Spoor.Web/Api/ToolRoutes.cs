using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary>Answers one message of a language model's client.</summary>
/// <param name="called">Is told the name of a tool before it runs.</param>
public delegate Task ToolAnswer(HttpContext context, Action<string> called);

/// <summary><c>/mcp</c>: the verbs as tools for a language model's client; which calls were made is in the audit log.</summary>
internal static class ToolRoutes
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes, ServeSettings settings)
    {
        if (settings.Tools is not { } tools)
        {
            return;
        }

        routes.MapPost("/mcp", (HttpContext context, AuditLog audit) => tools(
                context, name => audit.Write(context.Caller(), "tool.called", new() { ["tool"] = name })))
            .For(Role.Viewer)
            .WithRequestTimeout(Longest)
            .ExcludeFromDescription();
    }
}
