using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Storage.Copying;
using Spoor.Storage.DuckDb;

namespace Spoor.Cli.Stores;

/// <summary><c>spoor store copy</c>: all transfers of a store into another, proved to be the same.</summary>
internal static class StoreCopyCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor store copy --from spoor-data --to clickhouse://127.0.0.1:8123/spoor",
        "spoor store copy --from 'clickhouse://10.0.0.5:8123/spoor?cluster=tracing' --to case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var from = Place("--from", "The store to copy: a data folder, or the address of one in ClickHouse.");
        var to = Place("--to", "The store to fill, made where there is none.");
        var page = new Option<int>("--page") { Description = "Most transfers to copy at once.", HelpName = "N", DefaultValueFactory = _ => StoreCopy.UsualPage };
        var json = new Option<bool>("--json") { Description = "For programs: store-copy/1 (docs/json.md)." };
        page.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out int size) && size > 0))
            {
                result.AddError($"Expected a number above 0 after --page, found '{token.Value}'.");
            }
        });
        var command = new Command("copy", "Copy all transfers, blocks and legs of bridges from one store into another, and prove that both hold the same.") { from, to, page, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            string target = parsed.GetValue(to)!;
            using var source = await OpenExistingAsync(parsed.GetValue(from)!, terminal, cancellation);
            using var filled = await StoreOption.OpenAsync(
                ClickHouseAddress.IsOne(target) ? StoreOption.AddressOf(target) : null, DataFolder.At(terminal.PathOf(target)), terminal, cancellation);
            var report = await new StoreCopy(source, filled).RunAsync(parsed.GetValue(page), new CopyTalk(terminal), cancellation);
            if (parsed.GetValue(json))
            {
                WriteJson(report, terminal.Bytes);
            }
            else
            {
                Write(terminal, report);
            }

            return ExitCode.Done;
        }
    }

    private static Option<string> Place(string name, string description) => new(name) { Description = description, HelpName = "DIR|URL", Required = true };

    private static async Task<ITransferArchive> OpenExistingAsync(string text, Terminal terminal, CancellationToken cancellation)
    {
        if (ClickHouseAddress.IsOne(text))
        {
            return await ClickHouseTransferStore.OpenExistingAsync(StoreOption.AddressOf(text), terminal.Clock, cancellation);
        }

        var folder = DataFolder.At(terminal.PathOf(text));
        return File.Exists(folder.StoreFile)
            ? DuckDbTransferStore.Open(folder)
            : throw new StorageException(folder.StoreFile, "there is no store here", "Name the folder of a store with --from.");
    }

    private static void Write(Terminal terminal, CopyReport report)
    {
        terminal.Line($"Copied {Counted.Of(report.Added, "transfer", "transfers")} that were new; both stores hold the same:");
        terminal.Line();
        terminal.Line($"  {Counted.Of(report.Held.Transfers, "transfer", "transfers")} on {Counted.Of(report.Chains, "chain", "chains")}, {Counted.Of(report.Held.Blocks, "block", "blocks")} read from nodes, {Counted.Of(report.Held.Legs, "leg", "legs")} of bridges");
        terminal.Line($"  SHA-256 over all rows of either: {report.Held.Sha256}");
    }

    private static void WriteJson(CopyReport report, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "store-copy/1");
        json.WriteString("from", report.From);
        json.WriteString("to", report.To);
        json.WriteNumber("chains", report.Chains);
        json.WriteNumber("added", report.Added);
        json.WriteNumber("transfers", report.Held.Transfers);
        json.WriteNumber("blocks", report.Held.Blocks);
        json.WriteNumber("bridgeLegs", report.Held.Legs);
        json.WriteNumber("imports", report.Held.Imports);
        json.WriteString("sha256", report.Held.Sha256);
    });
}
