using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Spoor.Web.Serving;

namespace Spoor.Cli.Mcp;

/// <summary>The tools over HTTP, one message a request, without sessions: what a client was answered before is nowhere kept.</summary>
/// <remarks>https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http. Who may ask, from where and how often is the server's to say.</remarks>
internal sealed class HttpTools(ToolServer tools)
{
    private const string Events = "text/event-stream";

    /// <summary>Answers one message.</summary>
    /// <param name="called">Is told the name of a tool before it runs.</param>
    public async Task AnswerAsync(HttpContext context, Action<string> called)
    {
        var message = await ReadAsync(context);
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var serving = tools.RunAsync(transport, called, ending.Token);
        try
        {
            context.Response.ContentType = Events;
            if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
            {
                context.Response.ContentType = null;
                context.Response.ContentLength = 0;
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<JsonRpcMessage> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType() || context.Request.Headers.ContentEncoding.Count > 0)
        {
            throw new RefusalException(Problem.WrongMediaType, "Expected Content-Type: application/json, not packed.");
        }

        if (!context.Request.Headers.Accept.ToString().Contains(Events, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusalException(Problem.WrongMediaType, $"Expected a client that accepts application/json and {Events}.");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions, context.RequestAborted)
                ?? throw new RefusalException(Problem.BadBody, "Expected a message, found null.");
        }
        catch (JsonException failure)
        {
            throw new RefusalException(Problem.BadBody, "Expected one message of JSON-RPC 2.0.", failure);
        }
    }
}
