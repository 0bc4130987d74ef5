using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Cli.Output;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;
using Spoor.Workspace.Importing;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor import</c>: files of transfers into the store.</summary>
internal static class ImportCommand
{
    private const string Report = "report";

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor import transactions.csv token_transfers.csv.gz traces.parquet",
        "spoor import --chain bitcoin blocks_800000.json.zst --data case-17",
        "spoor import all-tx.csv.gz --on-error report --json",
        "spoor import 'export/*.csv.gz' --store clickhouse://127.0.0.1:8123/spoor",
    ];

    public static Verb Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = "CSV, JSON lines or Parquet, plain, .gz or .zst; or a pattern such as '*.csv'.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format") { Description = "The files' format [default: told by their columns].", HelpName = "FORMAT" };
        var chain = new Option<string?>("--chain") { Description = "The chain of files that do not name it [default: Ethereum, or Bitcoin].", HelpName = "CHAIN" };
        var onError = new Option<string>("--on-error") { Description = "A bad row stops the import, or is reported and left out.", DefaultValueFactory = _ => "stop" };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        format.AcceptOnlyFromAmong([.. FileFormats.All.Select(known => known.Name)]);
        onError.AcceptOnlyFromAmong("stop", Report);
        var command = new Command("import", "Bring files of transfers into the store; a file imported twice adds nothing.") { files, format, chain, onError, data, store, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            ChainId? onChain = parsed.GetValue(chain) is { } name ? ChainRegistry.Find(name).Id : null;
            var options = new ImportOptions { OnBadRow = parsed.GetValue(onError) == Report ? OnBadRow.Report : OnBadRow.Stop };

            // All formats are settled before the first row is stored, so that a wrong name in the list changes nothing.
            var mappings = FileArguments.Expand(parsed.GetValue(files)!, terminal.Folder)
                .Select(path => FileFormats.Recognise(FileShapes.Read(path), parsed.GetValue(format), onChain)).ToList();
            var address = store.AskedFor(data, parsed);
            using var place = ImportPlace.Of(address, data.FolderOf(parsed, terminal));
            var reports = await place.FillAsync(terminal, mappings, options, cancellation);
            long added = address is null ? reports.Sum(report => report.Added) : await place.SendAsync(address, terminal, cancellation);
            if (parsed.GetValue(json))
            {
                ImportJson.Write(reports, added, terminal.Bytes);
                return ExitCode.Done;
            }

            ImportText.Write(terminal, reports, added);
            return ExitCode.Done;
        }
    }
}
