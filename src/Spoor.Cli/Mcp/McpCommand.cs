using System.CommandLine;
using ModelContextProtocol.Server;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Mcp;

/// <summary><c>spoor mcp</c>: the verbs as tools for a language model's client.</summary>
internal static class McpCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor mcp",
        "spoor mcp --data case-17 --incidents cases",
        "spoor mcp --desk /srv/desk --allow-writes",
    ];

    public static Verb Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "The data folder of every tool [default: that of each verb].", HelpName = "DIR" };
        var incidents = new Option<string?>("--incidents") { Description = "A folder of folders, each an incident, beside those that the program carries.", HelpName = "DIR" };
        var desk = new Option<string?>("--desk") { Description = "The folder of the desk.", HelpName = "DIR" };
        var writes = new Option<bool>("--allow-writes") { Description = "Offer the tools that write, too: notes of the desk, retractions of labels." };
        var command = new Command("mcp", "Serve a language model's client over standard input and output (Model Context Protocol); it can look, not change.") { data, incidents, desk, writes };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            async () =>
            {
                using var server = new ToolServer(terminal, new(parsed.GetValue(data), parsed.GetValue(incidents), parsed.GetValue(desk)), parsed.GetValue(writes));
                terminal.TalkText.WriteLine($"Serving {Counted.Of(server.Names.Count, "tool", "tools")} over standard input and output, {(parsed.GetValue(writes) ? "with" : "without")} those that write. Ends with the input.");
                await using var transport = new StdioServerTransport("spoor");
                await server.RunAsync(transport, _ => { }, cancellation);
                return ExitCode.Done;
            },
            cancellation));
        return new(command, Examples);
    }
}
