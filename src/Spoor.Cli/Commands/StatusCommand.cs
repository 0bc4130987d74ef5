using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Workspace.Transfers;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor status</c>: what the store holds.</summary>
internal static class StatusCommand
{
    public static Verb Create(Terminal terminal)
    {
        var data = DataOption.Create();
        var store = StoreOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("status", "Show which chains the store holds, from where to where, and its size.") { data, store, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            async () =>
            {
                using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
                var status = await archive.StatusAsync(cancellation);
                if (parsed.GetValue(json))
                {
                    StatusJson.Write(status, terminal.Bytes);
                }
                else
                {
                    StatusText.Write(terminal, status);
                }

                return ExitCode.Done;
            },
            cancellation));
        return new(command, ["spoor status", "spoor status --data case-17 --json", "spoor status --store clickhouse://127.0.0.1:8123/spoor"]);
    }
}
