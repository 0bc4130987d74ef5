using System.CommandLine;
using Spoor.Chains.Files.Labels;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels import</c>: files of labels into the store, all of them or none.</summary>
internal static class LabelImportCommand
{
    private const string Report = "report";

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels import lazarus.yaml etherscan.json.gz",
        "spoor labels import my-list.csv --source etherscan --derived-from slowmist --learned 2023-09-13",
        "spoor labels import 'packs/*.yaml' --on-error report --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = "TagPack, ActorPack, OFAC list, explorer dump or CSV, plain or .gz; or a pattern such as '*.yaml'.", Arity = ArgumentArity.OneOrMore };
        var learned = DayOption.Create("--learned", "The day the labels could have been known [default: as stated in the file or its name, else today, UTC].");
        var source = new Option<string?>("--source") { Description = "The source of labels that name none [default: the name of the file].", HelpName = "KEY" };
        var derived = new Option<string[]>("--derived-from") { Description = "A source that those of these files repeat; may be given again.", HelpName = "KEY", Arity = ArgumentArity.OneOrMore };
        var chain = new Option<string?>("--chain") { Description = "The chain of files that name none.", HelpName = "CHAIN" };
        var tlp = new Option<string>("--tlp") { Description = "With whom the labels may be shared at most: clear, green, amber, amber+strict or red.", HelpName = "TLP", DefaultValueFactory = _ => "clear" };
        var onError = new Option<string>("--on-error") { Description = "A faulty entry stops the import, or is reported and left out.", DefaultValueFactory = _ => "stop" };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        onError.AcceptOnlyFromAmong("stop", Report);
        tlp.AcceptOnlyTlp();
        var command = new Command("import", "Bring files of labels into the store, all or none; a label known already adds nothing.") { files, learned, source, derived, chain, tlp, onError, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            LabelReadOptions options = new()
            {
                DefaultLearned = terminal.Today,
                Learned = learned.DayOf(parsed),
                SkipFaultyRows = parsed.GetValue(onError) == Report,
                Chain = parsed.GetValue(chain) is { } name ? ChainRegistry.Find(name).Id : null,
            };
            LabelProvenance provenance = new(parsed.GetValue(source), parsed.GetValue(derived) ?? [], parsed.TlpOf(tlp));

            // All files are read before the first label is stored: what is wrong with any of them changes nothing.
            var reading = LabelReading.Read(FileArguments.Expand(parsed.GetValue(files)!, terminal.Folder), options, provenance, terminal, cancellation);
            using var store = DuckDbLabelStore.Open(data.FolderOf(parsed, terminal));
            var progress = new ImportTalk(terminal, reading);
            var receipts = await store.AppendAsync([.. reading.Select(one => one.Delivery)], progress, cancellation);
            if (parsed.GetValue(json))
            {
                LabelImportText.WriteJson(reading, receipts, terminal.Bytes);
            }
            else
            {
                LabelImportText.Write(terminal, reading, receipts);
            }

            return ExitCode.Done;
        }
    }

    private sealed class ImportTalk(Terminal terminal, IReadOnlyList<LabelReading> reading) : IProgress<int>
    {
        public void Report(int value) => terminal.TalkText.WriteLine($"Taken in {value} of {reading.Count}: {reading[value - 1].Delivery.File}");
    }
}
