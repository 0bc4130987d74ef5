using System.CommandLine;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Watching;

/// <summary><c>spoor watch check</c>: reads a watch file and shows what it says, or every fault by its line.</summary>
internal static class WatchCheckCommand
{
    private static readonly IReadOnlyList<string> Examples = ["spoor watch check exchange.yaml", "spoor watch check exchange.yaml --json"];

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("WATCH.yaml") { Description = "The file to read (docs/watches.md)." };
        var json = new Option<bool>("--json") { Description = "For programs: watch-check/1 (docs/json.md)." };
        var command = new Command("check", "Read a watch file and show what it says, or every fault by its line.") { file, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var check = WatchFile.Check(terminal.PathOf(parsed.GetValue(file)!));
                Action<Terminal, WatchCheck> write = parsed.GetValue(json) ? WriteJson : WatchCheckText.Write;
                write(terminal, check);
                return Task.FromResult(check.Watch is null ? ExitCode.Input : ExitCode.Done);
            },
            cancellation));
        return new(command, Examples);
    }

    private static void WriteJson(Terminal terminal, WatchCheck check) => JsonText.Write(terminal.Bytes, json =>
    {
        json.WriteString("spoor", "watch-check/1");
        json.WriteBoolean("usable", check.Watch is not null);
        json.WriteObjects("faults", check.Faults, fault =>
        {
            json.WriteNumber("line", fault.Line);
            json.WriteBoolean("warning", fault.IsWarning);
            json.WriteString("message", fault.Message);
        });
        json.WriteObjects("owners", check.Watch?.Owners ?? [], owner =>
        {
            json.WriteString("name", owner.Name);
            json.WriteNumber("planned", owner.Planned.Count);
            json.WriteBoolean("reconcilesWithdrawals", owner.Policy.ReconcilesWithdrawals);
            json.WriteString("floorUsd", owner.Policy.Floor.ToString());
            json.WriteObjects("wallets", owner.Wallets, wallet =>
            {
                json.WriteString("account", Rendered.Account(wallet.Chain, wallet.Address));
                json.WriteString("use", wallet.Use.ToString());
                json.WriteString("name", wallet.Name.Length == 0 ? null : wallet.Name);
                json.WriteNumber("opening", wallet.Opening.Count);
            });
        });
    });
}
