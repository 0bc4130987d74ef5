using System.CommandLine;
using System.Text;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels export</c>: labels for others, as TagPack or CSV.</summary>
internal static class LabelExportCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels export --actor lazarusgroup --out lazarus.yaml",
        "spoor labels export --format csv --category exchange --as-of 2023-09-13",
        "spoor labels export --source my-list.csv --max-tlp amber --creator 'Our team'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var options = new LabelExportOptions();
        var data = DataOption.Create();
        var command = new Command("export", "Write labels as a TagPack or CSV file that reads back as the same labels; what does not hold is left out.");
        options.AddTo(command);
        command.Options.Add(data);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var form = options.FormOf(parsed);
            using var store = data.OpenExistingLabels(parsed, terminal);
            var history = await store.HistoryAsync(cancellation);
            var export = LabelExport.Of(history.RecordedAt(options.DayOf(parsed)), options.SelectionOf(parsed));
            using var content = new MemoryStream();
            Write(content, export, form, options.DayOf(parsed), history.Lineage);
            await WriteAsync(terminal, options.TargetOf(parsed), content.ToArray(), cancellation);
            Say(terminal, export, form, options.MaxTlpOf(parsed));
            return export.Labels.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
        }
    }

    private static void Write(Stream content, LabelExport export, LabelExportForm form, DateOnly? day, SourceLineage lineage)
    {
        if (form.IsJson)
        {
            LabelJson.Write(export, day, content);
        }
        else if (form.IsCsv)
        {
            WriteText(content, text => LabelCsv.Write(text, export.Labels.Select(one => one.Label), lineage));
        }
        else if (export.Labels.Count > 0)
        {
            WriteText(content, text => TagPackText.Write(text, [.. export.Labels.Select(one => one.Label)], form.Title, form.Creator, lineage));
        }
    }

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

    private static void Say(Terminal terminal, LabelExport export, LabelExportForm form, string maxTlp)
    {
        terminal.TalkText.WriteLine($"{Counted.Of(export.Labels.Count, "label", "labels")} written.");
        if (export.Withheld > 0)
        {
            terminal.TalkText.WriteLine($"{Counted.Of(export.Withheld, "label", "labels")} left out: not to be shared as widely as {maxTlp} (--max-tlp).");
        }

        if (!form.IsCsv && !form.IsJson && export.Labels.Count > 0)
        {
            terminal.TalkText.WriteLine("Read it back with 'spoor labels import --trust-context': days learned, authors and whom sources repeat stand under context.spoor.");
        }
    }
}
