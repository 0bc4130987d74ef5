using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Mcp;
using Spoor.Cli.Output;
using Spoor.Web.Serving;

namespace Spoor.Cli.Serving;

/// <summary><c>spoor serve</c>: the API, and whoever may use it.</summary>
internal static class ServeCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor serve",
        "spoor serve --data case-17 --incidents cases --desk /srv/desk",
        "spoor serve --urls https://10.0.0.5:7744 --cert spoor.pem --key spoor.key --host spoor.example.com",
        "spoor serve --host spoor.example.com --behind-proxy 127.0.0.1",
        "spoor serve --otlp http://127.0.0.1:4318",
        "spoor serve key add screening --role viewer",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("serve", "Serve the data folder over HTTP: REST API under /api/v1, for this machine alone unless told otherwise.");
        var options = ServeOptions.On(command);
        IReadOnlyList<Verb> parts = [KeyCommand.Create(terminal), AccountCommand.Create(terminal)];
        parts.ToList().ForEach(part => command.Subcommands.Add(part.Command));
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples) { Parts = parts };

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var settings = options.Read(parsed, terminal);
            using var traces = TraceExport.To(options.CollectorOf(parsed));
            using var tools = new ToolServer(terminal, new(settings.Folder.Path, settings.Incidents, settings.Desk.Path), allowsWrites: false);
            settings = settings with { Tools = new HttpTools(tools).AnswerAsync };
            using var closing = settings.Hook as IDisposable;
            await using var server = await SpoorServer.StartAsync(settings, cancellation);
            terminal.PageText.WriteLine(server.StartUrl);
            terminal.TalkText.WriteLine(MessageText.Of($"Listens at {server.Url}. Open the URL on standard output: it opens one session, once, within an hour."));
            terminal.TalkText.WriteLine(MessageText.Of($"The API is described at {server.Url}scalar. Ctrl-C ends the server; open requests end first."));
            await server.RunAsync(cancellation);
            terminal.TalkText.WriteLine("Stopped.");
            return ExitCode.Done;
        }
    }
}
