using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Spoor.Tests.Storage;

namespace Spoor.Tests.Cli.Mcp;

/// <summary>The real program as a client of the protocol starts it.</summary>
public sealed class McpServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_client_asks_for_the_loss_the_links_and_the_actor_of_a_theft()
    {
        await using var client = await StartAsync();

        Assert.Contains("CoinEx", await TextAsync(client, "incident_show", new() { ["incident"] = "coinex-2023" }), StringComparison.Ordinal);
        Assert.Contains("stake-2023", await TextAsync(client, "link", new() { ["incident"] = "coinex-2023", ["as_of"] = "2023-09-14" }), StringComparison.Ordinal);
        using var loss = JsonDocument.Parse(await TextAsync(client, "loss", new() { ["incident"] = "coinex-2023", ["format"] = "json" }));
        Assert.Equal("loss/1", loss.RootElement.GetProperty("spoor").GetString());
        using var actor = JsonDocument.Parse(await TextAsync(client, "attribute", new() { ["incident"] = "coinex-2023", ["without"] = JsonSerializer.SerializeToElement<List<string>>(["fbi-stake"]), ["format"] = "json" }));
        Assert.Equal("attribution/1", actor.RootElement.GetProperty("spoor").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_tool_says_what_it_takes_and_only_asked_ones_write()
    {
        await using var client = await StartAsync();
        await using var writing = await StartAsync("--allow-writes");

        var tools = await client.ListToolsAsync(cancellationToken: Cancellation);
        string[] added = [.. (await writing.ListToolsAsync(cancellationToken: Cancellation)).Select(tool => tool.Name).Except(tools.Select(tool => tool.Name)).Order()];

        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
        Assert.All(tools, tool => Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString()));
        Assert.Contains("trace", tools.Select(tool => tool.Name));
        Assert.Equal(["labels_retract", "respond_note"], added);
        string[] rules = [.. tools.Single(tool => tool.Name == "trace").JsonSchema.GetProperty("properties").GetProperty("rule").GetProperty("enum").EnumerateArray().Select(rule => rule.GetString()!)];
        Assert.Contains("haircut", rules);
        await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(client, "respond_note", []));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("incident_show", "incident", "../secrets", "Folders are not read for clients")]
    [InlineData("incident_show", "incident", "@/etc/passwd", "Folders are not read for clients")]
    [InlineData("incident_show", "incident", "--help", "Expected the id of an incident")]
    [InlineData("incident_show", "incident", "a\u0007b", "control characters")]
    [InlineData("incident_show", "folder", "x", "found 'folder'")]
    [InlineData("loss", "data", "/", "found 'data'")]
    [InlineData("trace", "labels", "/etc/passwd", "found 'labels'")]
    [InlineData("trace", "max_hops", "many", "max-hops")]
    [InlineData("trace", "rule", "guess", "guess")]
    [InlineData("incident_show", "incident", "coinex-2032", "coinex-2023")]
    public async Task What_a_client_should_not_ask_is_refused_in_words(string tool, string input, string value, string says)
    {
        await using var client = await StartAsync();

        var answer = await CallAsync(client, tool, new() { [input] = value });

        Assert.True(answer.IsError);
        Assert.Contains(says, TextOf(answer), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await CallAsync(client, tool, arguments);
        Assert.False(answer.IsError, TextOf(answer));
        return TextOf(answer);
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);

    private static string TextOf(CallToolResult answer) => Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;

    private Task<McpClient> StartAsync(params IEnumerable<string> options) => McpClient.CreateAsync(
        new StdioClientTransport(new()
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "Spoor.Cli.dll"), "mcp", .. options],
            WorkingDirectory = _folder.Path,
        }),
        cancellationToken: Cancellation);
}
