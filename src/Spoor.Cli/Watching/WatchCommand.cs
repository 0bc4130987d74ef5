using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary><c>spoor watch</c>: follows chains and says when a watched wallet is being drained.</summary>
internal static class WatchCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor watch exchange.yaml --rpc eip155:1=http://127.0.0.1:8545 --ws eip155:1=ws://127.0.0.1:8546 --prices closes.csv",
        "spoor watch exchange.yaml --rpc ethereum=https://rpc.example/KEY --rpc polygon=https://rpc.example/KEY2 --webhook https://pager.example.com/spoor --webhook-secret-env SPOOR_WEBHOOK_SECRET",
        "spoor watch exchange.yaml --rpc eip155:1=http://127.0.0.1:8545 --listen http://127.0.0.1:9464 --withdrawals-token-env SPOOR_PUSH_TOKEN --json",
    ];

    // Often enough that nobody wonders for long, seldom enough that a day of it can be read.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromMinutes(10);

    public static Verb Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "One alert/1 document a line on standard output (docs/json.md)." };
        var command = new Command("watch", "Follow chains block by block and say, within the block, when a watched wallet is being drained.");
        var options = new WatchOptions(command);
        command.Options.Add(json);
        var check = WatchCheckCommand.Create(terminal);
        command.Subcommands.Add(check.Command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal, () => RunAsync(terminal, options.Read(parsed, terminal), parsed.GetValue(json), cancellation), cancellation));
        return new(command, [.. Examples, check.Examples[0]]) { Parts = [check] };
    }

    private static async Task<int> RunAsync(Terminal terminal, WatchParts parts, bool isJson, CancellationToken cancellation)
    {
        if (parts.Listen is { } url && !OperationsEndpoint.IsLoopback(url))
        {
            terminal.TalkText.WriteLine($"Others can reach {url}: what it tells is not protected, and a withdrawal's token travels in the clear. Put a proxy with TLS before it.");
        }

        using var traces = TraceExport.FromEnvironment();
        bool isBoard = !isJson && terminal.Page.Profile.Capabilities.Ansi;
        return isBoard ? await WithBoardAsync(terminal, parts, cancellation) : await WithLinesAsync(terminal, parts, isJson, cancellation);
    }

    private static async Task<int> WithLinesAsync(Terminal terminal, WatchParts parts, bool isJson, CancellationToken cancellation)
    {
        await using var run = new WatchRun(parts with { Sinks = [.. parts.Sinks, new NoticeLines(terminal, isJson)] }, terminal.Clock, Say);
        Say($"Watching {Counted.Of(parts.Watch.Owners.Sum(owner => owner.Wallets.Count), "wallet", "wallets")} of "
            + $"{string.Join(", ", parts.Watch.Owners.Select(owner => owner.Name))}. Alerts are kept in {parts.AlertFile}.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] working = [run.RunAsync(stop.Token), new StillWatching(run.Vitals, SignOfLife, terminal.Clock, Say).RunAsync(stop.Token)];
        await EndedAsync(working, stop);
        return ExitCode.Done;

        void Say(string what) => terminal.TalkText.WriteLine(MessageText.Of(what));
    }

    private static async Task<int> WithBoardAsync(Terminal terminal, WatchParts parts, CancellationToken cancellation)
    {
        var shown = new LateSink();
        await using var run = new WatchRun(parts with { Sinks = [.. parts.Sinks, shown] }, terminal.Clock, what => shown.Target?.Say(what));
        var board = new WatchBoard(terminal, parts.Watch, run.Vitals, run.GaugesAsync);
        shown.Target = board;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] working = [run.RunAsync(stop.Token), board.RunAsync(stop.Token)];
        await EndedAsync(working, stop);
        return ExitCode.Done;
    }

    private static async Task EndedAsync(Task[] working, CancellationTokenSource stop)
    {
        var ended = await Task.WhenAny(working);
        await stop.CancelAsync();
        await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    // The board shows the vitals of the run that tells it.
    private sealed class LateSink : IAlertSink
    {
        public WatchBoard? Target { get; set; }

        public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation) => Target?.TellAsync(notice, cancellation) ?? ValueTask.CompletedTask;
    }
}
