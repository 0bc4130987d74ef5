using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Sync;

/// <summary><c>spoor sync</c>: a chain from a node into the store.</summary>
internal static class SyncCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor sync --chain ethereum --rpc http://127.0.0.1:8545 --from 18000000 --to 18001000",
        "spoor sync --chain eip155:1 --rpc http://127.0.0.1:8545 --rpc https://rpc.example/KEY --ws ws://127.0.0.1:8546 --follow",
        "spoor sync --chain eip155:137 --rpc https://rpc.example/KEY --rate 20 --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var given = new SyncArguments();
        given.Command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal, () => RunAsync(terminal, given.Read(parsed, terminal), cancellation), cancellation));
        return new(given.Command, Examples);
    }

    private static async Task<int> RunAsync(Terminal terminal, SyncArguments.Asked asked, CancellationToken cancellation)
    {
        using var traces = TraceExport.FromEnvironment();
        await using var node = NodeFactory.Open(asked.Chain, asked.Urls, asked.Notices, asked.Limits, terminal.Clock, asked.IsPrivate);

        // Before the store is opened: a wrong URL leaves no new folder.
        var identity = await node.IdentifyAsync(cancellation);
        using var store = await StoreOption.OpenAsync(asked.Store, asked.Folder, terminal, cancellation);
        await store.HoldToGenesisAsync(asked.Chain.Id, identity.Genesis, cancellation);
        terminal.TalkText.WriteLine(MessageText.Of($"{asked.Chain.Name}: asking {(identity.Client.Length > 0 ? identity.Client : "a node that does not say what it is")}."));
        GapsText.Sentences(identity.Gaps, refusedAmounts: 0).ToList().ForEach(terminal.TalkText.WriteLine);
        var sync = new ChainSync(node, [new TracedFollower(store, "store")], asked.Options, terminal.Clock);
        SyncProgress? reached = null;
        int code = ExitCode.Done;
        try
        {
            await SyncTalk.ShowAsync(terminal, asked.Chain, async talk => await sync.RunAsync(new Last(at => reached = at, talk), cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && reached is not null)
        {
            // A synchronisation that follows has no other end than this, and what it did is worth telling.
            code = ExitCode.Cancelled;
        }

        if (asked.Json)
        {
            SyncText.WriteJson(asked.Chain, reached!, terminal.Bytes);
        }
        else
        {
            SyncText.Write(terminal, asked.Chain, reached!);
        }

        return code;
    }

    private sealed class Last(Action<SyncProgress> keep, IProgress<SyncProgress> talk) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            keep(value);
            talk.Report(value);
        }
    }
}
