using System.CommandLine;
using Spoor.Chains.Files.Ledger;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Workspace.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary><c>spoor ledger import</c>: files of ledgers into the store.</summary>
internal static class LedgerImportCommand
{
    public static Verb Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = "Ledgers as CSV or JSON, plain or .gz, told by their header (docs/ledger.md); or a pattern.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "For programs: ledger/1 (docs/json.md)." };
        var data = DataOption.Create();
        var command = new Command("import", "Bring ledgers of losses into the store; a ledger imported twice adds nothing.") { files, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor ledger import rekt_leaderboard.csv defihacklabs.csv", "spoor ledger import 'hack_chronicle/2*.json' --json"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            // All files are read before the first is stored, so that a fault in the last changes nothing.
            List<LedgerContent> contents = [.. FileArguments.Expand(parsed.GetValue(files)!, terminal.Folder).Select(LedgerFile.Read)];
            using var store = DuckDbLedgerStore.Open(data.FolderOf(parsed, terminal));
            List<(LedgerContent Content, LedgerImportCount Count)> imports = [.. contents.Zip(await store.ImportAsync(contents, terminal.Today, cancellation))];
            if (parsed.GetValue(json))
            {
                LedgerImportJson.Write(imports, terminal.Bytes);
                return ExitCode.Done;
            }

            LedgerImportText.Write(terminal, imports);
            return ExitCode.Done;
        }
    }
}
