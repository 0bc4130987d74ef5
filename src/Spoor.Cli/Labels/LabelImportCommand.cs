using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels import</c>: files of labels into the store, all of them or none.</summary>
internal static class LabelImportCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels import lazarus.yaml etherscan.json.gz",
        "spoor labels import my-list.csv --source etherscan --derived-from slowmist --learned 2023-09-13",
        "spoor labels import 'packs/*.yaml' --on-error report --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var options = new LabelImportOptions();
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        var command = new Command("import", "Bring files of labels into the store, all or none; a label known already adds nothing.");
        options.AddTo(command);
        command.Options.Add(data);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            // All files are read before the first label is stored: what is wrong with any of them changes nothing.
            var read = TypedLabelFiles.Read(options.FilesOf(parsed, terminal), options.ReadingOf(parsed, terminal), options.ProvenanceOf(parsed), terminal, cancellation);
            using var store = DuckDbLabelStore.Open(data.FolderOf(parsed, terminal));
            var reading = LabelCopies.Named(read, await store.SourcesOfFilesAsync(cancellation), line => terminal.TalkText.WriteLine(MessageText.Of(line)));
            var progress = new ImportTalk(terminal, reading);
            var receipts = await store.AppendAsync([.. reading.Select(one => one.Delivery)], progress, cancellation);
            if (parsed.GetValue(json))
            {
                LabelImportJson.Write(reading, receipts, terminal.Bytes);
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
