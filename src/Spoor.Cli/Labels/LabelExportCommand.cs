using System.CommandLine;
using System.Text;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels export</c>: labels for others, as TagPack or CSV.</summary>
internal static class LabelExportCommand
{
    private const string TagPack = "tagpack";
    private const string Csv = "csv";

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels export --actor lazarusgroup --out lazarus.yaml",
        "spoor labels export --format csv --category exchange --as-of 2023-09-13",
        "spoor labels export --source my-list.csv --max-tlp amber --creator 'Our team'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var format = new Option<string>("--format") { Description = "What is written.", DefaultValueFactory = _ => TagPack };
        var category = ListOf("--category", "Only labels with this category, abuse or concept; may be given again.", "WORD");
        var actor = ListOf("--actor", "Only labels of this actor; may be given again.", "ID");
        var source = ListOf("--source", "Only labels from this source; may be given again.", "KEY");
        var maxTlp = new Option<string>("--max-tlp") { Description = "Labels that may be shared less widely than this are left out and counted.", HelpName = "TLP", DefaultValueFactory = _ => "green" };
        var day = DayOption.Create("--as-of", "Only what was known at the end of that day, UTC.");
        var title = new Option<string>("--title") { Description = "Title of the pack.", HelpName = "TEXT", DefaultValueFactory = _ => "Labels exported by Spoor" };
        var creator = new Option<string>("--creator") { Description = "Creator of the pack.", HelpName = "NAME", DefaultValueFactory = _ => "Spoor" };
        var target = new Option<string?>("--out") { Description = "The file to write [default: standard output].", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The labels as JSON, for programs." };
        var data = DataOption.Create();
        format.AcceptOnlyFromAmong(TagPack, Csv);
        maxTlp.AcceptOnlyTlp();
        var command = new Command("export", "Write labels as a TagPack or CSV file that reads back as the same labels; what does not hold is left out.")
        {
            format, category, actor, source, maxTlp, day, title, creator, target, json, data,
        };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            LabelSelection selection = new(parsed.GetValue(category) ?? [], parsed.GetValue(actor) ?? [], parsed.GetValue(source) ?? [], parsed.TlpOf(maxTlp));
            using var store = data.OpenExistingLabels(parsed, terminal);
            var history = await store.HistoryAsync(cancellation);
            var export = LabelExport.Of(history.RecordedAt(day.DayOf(parsed)), selection);
            using var content = new MemoryStream();
            if (parsed.GetValue(json))
            {
                LabelJson.Write(export, day.DayOf(parsed), content);
            }
            else if (parsed.GetValue(format) == Csv)
            {
                WriteText(content, text => LabelCsv.Write(text, export.Labels.Select(one => one.Label), history.Lineage));
            }
            else if (export.Labels.Count > 0)
            {
                WriteText(content, text => TagPackText.Write(text, [.. export.Labels.Select(one => one.Label)], parsed.GetValue(title)!, parsed.GetValue(creator)!));
            }

            await WriteAsync(terminal, parsed.GetValue(target), content.ToArray(), cancellation);
            Say(terminal, export, parsed.GetValue(maxTlp)!);
            return export.Labels.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
        }
    }

    private static Option<string[]> ListOf(string name, string description, string word) =>
        new(name) { Description = description, HelpName = word, Arity = ArgumentArity.OneOrMore };

    private static void WriteText(Stream content, Action<TextWriter> write)
    {
        using var text = new StreamWriter(content, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(text);
    }

    private static async Task WriteAsync(Terminal terminal, string? target, byte[] bytes, CancellationToken cancellation)
    {
        if (target is null)
        {
            await terminal.Bytes.WriteAsync(bytes, cancellation);
            await terminal.Bytes.FlushAsync(cancellation);
            return;
        }

        // Beside the file and then in its place, so that an interruption leaves the old one whole.
        string path = terminal.PathOf(target);
        string draft = path + ".part";
        await File.WriteAllBytesAsync(draft, bytes, cancellation);
        File.Move(draft, path, overwrite: true);
    }

    private static void Say(Terminal terminal, LabelExport export, string maxTlp)
    {
        terminal.TalkText.WriteLine($"{Counted.Of(export.Labels.Count, "label", "labels")} written.");
        if (export.Withheld > 0)
        {
            terminal.TalkText.WriteLine($"{Counted.Of(export.Withheld, "label", "labels")} left out: not to be shared as widely as {maxTlp} (--max-tlp).");
        }
    }
}
