using System.CommandLine;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Workspace.Watching;

namespace Spoor.Cli.Watching;

/// <summary><c>spoor watch check</c>: reads a watch file and shows what it says, or every fault by its line.</summary>
internal static class WatchCheckCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor watch check exchange.yaml",
        "spoor watch check exchange.yaml --prices closes.csv --tokens tokens.json --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("WATCH.yaml") { Description = "The file to read (docs/watches.md)." };
        var prices = new Option<string[]>("--prices") { Description = "Prices in USD; without, nothing has one.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "For programs: watch-check/1 (docs/json.md)." };
        var command = new Command("check", "Read a watch file and show what it says and what it leaves unwatched, or every fault by its line.") { file, prices };
        var tokens = TokensOption.On(command);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var listed = tokens.Read(parsed, terminal);
                var check = WatchFile.Check(terminal.PathOf(parsed.GetValue(file)!), listed);
                var files = new PriceFiles([.. (parsed.GetValue(prices) ?? []).Select(terminal.PathOf)], listed);
                IReadOnlyList<string> warnings = check.Watch is { } watch ? Warnings(watch, files, listed, terminal.Clock) : [];
                if (parsed.GetValue(json))
                {
                    WatchCheckJson.Write(check, warnings, terminal.Bytes);
                }
                else
                {
                    new WatchCheckText(terminal, listed).Write(check, warnings);
                }

                return Task.FromResult(check.Watch is null ? ExitCode.Input : ExitCode.Done);
            },
            cancellation));
        return new(command, Examples);
    }

    // As the watch will be at its start; only what nodes will say of balances is not known here.
    private static IReadOnlyList<string> Warnings(WatchList watch, PriceFiles files, TokenList tokens, TimeProvider clock) =>
        [.. BlindnessText.Sentences(new DrainDetector(watch, files.Read(), tokens).Blindness(clock.GetUtcNow()), watch, tokens)];
}
