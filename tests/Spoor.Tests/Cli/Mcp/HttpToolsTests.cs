using System.Net;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Spoor.Cli.Mcp;
using Spoor.Cli.Output;
using Spoor.Tests.Web.Serving;
using Role = Spoor.Web.Accounts.Role;

namespace Spoor.Tests.Cli.Mcp;

/// <summary>The tools at <c>/mcp</c> of a server, asked by the official client.</summary>
public sealed class HttpToolsTests : IAsyncLifetime
{
    private const string Listing = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

    private ToolServer? _tools;
    private ServedCase? _served;

    private ServedCase Served => _served!;

    public async ValueTask InitializeAsync() => _served = await ServedCase.StartAsync(settings =>
    {
        _tools = new(Terminal.OfWriters(Stream.Null, TextWriter.Null, settings.Folder.Path, settings.Clock), new(settings.Folder.Path, settings.Incidents, settings.Desk.Path), allowsWrites: false);
        return settings with { Tools = new HttpTools(_tools).AnswerAsync };
    });

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        _tools?.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_client_with_the_key_of_a_viewer_looks_at_the_store_that_the_server_holds_open()
    {
        await using var client = await ConnectAsync(Served.KeyOf(Role.Viewer));
        var tools = await client.ListToolsAsync(cancellationToken: ServedCase.Cancellation);
        var status = await client.CallToolAsync("status", new Dictionary<string, object?> { ["format"] = "json" }, cancellationToken: ServedCase.Cancellation);
        var trace = await client.CallToolAsync("trace", new Dictionary<string, object?> { ["seed"] = JsonSerializer.SerializeToElement<List<string>>([SmallCase.Thief]) }, cancellationToken: ServedCase.Cancellation);

        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
        using var document = JsonDocument.Parse(TextOf(status));
        Assert.Equal("status/1", document.RootElement.GetProperty("spoor").GetString());
        Assert.Equal(7, document.RootElement.GetProperty("transfers").GetInt64());
        Assert.False(trace.IsError, TextOf(trace));
        Assert.Equal(7, (await Served.GetAsync("/api/v1/status")).Body.GetProperty("transfers").GetInt64());
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_called_is_in_the_audit_log_with_who_called_it()
    {
        await using var client = await ConnectAsync(Served.KeyOf(Role.Viewer));
        await client.CallToolAsync("incident_show", new Dictionary<string, object?> { ["incident"] = "coinex-2023" }, cancellationToken: ServedCase.Cancellation);
        var (_, audit) = await Served.GetAsync("/api/v1/audit", Role.Admin);

        Assert.Contains(audit.GetProperty("entries").EnumerateArray(), entry =>
            entry.GetProperty("kind").GetString() == "tool.called" && entry.GetProperty("by").GetString() == "viewer-bot" && entry.GetProperty("about").GetProperty("tool").GetString() == "incident_show");
    }

    [Fact]
    public async Task Nobody_else_is_answered()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(Listing, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(Listing, Role.Viewer, ("Origin", "https://evil.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await AskAsync(Listing, Role.Viewer, ("Host", "evil.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Listing, Role.Viewer)).StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"tools/list\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", HttpStatusCode.Accepted)]
    public async Task What_is_no_message_is_refused_and_what_wants_no_answer_gets_none(string body, HttpStatusCode expected)
    {
        using var answer = await AskAsync(body, Role.Viewer);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_that_is_too_large_or_too_deep_is_refused()
    {
        using var large = await AskAsync($"{{\"jsonrpc\":\"2.0\",\"id\":\"{new string('x', 1 << 20)}\",\"method\":\"ping\"}}", Role.Viewer);
        using var deep = await AskAsync($"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{new string('[', 50_000)}{new string(']', 50_000)}}}", Role.Viewer);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (large.StatusCode, deep.StatusCode));
    }

    private async Task<HttpResponseMessage> AskAsync(string body, Role? role, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        headers.ToList().ForEach(header => request.Headers.Add(header.Name, header.Value));
        return await Served.Client(role).SendAsync(request, ServedCase.Cancellation);
    }

    private async Task<McpClient> ConnectAsync(string key)
    {
        var transport = new HttpClientTransport(new()
        {
            Endpoint = new(Served.Server.Url, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
        });
        return await McpClient.CreateAsync(transport, cancellationToken: ServedCase.Cancellation);
    }

    private static string TextOf(CallToolResult answer) => Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
}
