using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels retract</c>: says that labels no longer hold; they stay, and still held before.</summary>
internal static class LabelRetractCommand
{
    // Shorter beginnings of an id are words (beef, face) or addresses mistyped.
    private const int MinIdLength = 8;
    private const int MaxIdLength = 32;

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels retract 3f9a0c12d4e5 --reason 'The DAI contract is no thief' --author me",
        "spoor labels retract eip155:1:0x6B175474E89094C44Da98b954EedeAC495271d0F --source some-list.csv --reason 'A token contract' --learned 2024-05-01",
    ];

    public static Verb Create(Terminal terminal)
    {
        var options = new LabelRetractOptions();
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        var command = new Command("retract", "Record that labels no longer hold; nothing is deleted.");
        options.AddTo(command);
        command.Options.Add(data);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var why = options.WhyOf(parsed, terminal.Today);
            using var store = data.OpenExistingLabels(parsed, terminal);
            var labels = await FindAsync(store, options.AskedOf(parsed), options.SourcesOf(parsed), cancellation);
            if (labels.Count == 0)
            {
                terminal.TalkText.WriteLine(MessageText.Of($"No such label of '{options.AskedOf(parsed)}' is held; 'spoor labels find' shows ids and sources."));
                return ExitCode.Nothing;
            }

            long added = await store.RetractAsync([.. labels.Select(one => why with { LabelId = one.Id })], cancellation);
            Write(terminal, labels, why, added, parsed.GetValue(json));
            return ExitCode.Done;
        }
    }

    private static void Write(Terminal terminal, IReadOnlyList<RecordedLabel> labels, Retraction why, long added, bool asJson)
    {
        if (asJson)
        {
            WriteJson(labels, why, added, terminal.Bytes);
        }
        else
        {
            WriteText(terminal, labels, why, added);
        }
    }

    private static async Task<IReadOnlyList<RecordedLabel>> FindAsync(
        DuckDbLabelStore store, string asked, string[] sources, CancellationToken cancellation)
    {
        if (asked.Length is >= MinIdLength and <= MaxIdLength && asked.All(char.IsAsciiHexDigit) && sources.Length == 0)
        {
            var byId = (await store.FindByIdAsync(asked, cancellation)).Labels;
            return byId.Count <= 1
                ? byId
                : throw new FormatException($"Expected the beginning of one label's id, found '{asked}', with which {byId.Count} begin; type more of it.");
        }

        var answer = await new LabelQuestion(asked, null, null, new LabelPaging(0, 0)).AskAsync(store, cancellation);
        var labels = answer.ByPlace[true].ToList();
        if (sources.Length > 0 || labels.Count == 0)
        {
            return [.. labels.Where(one => sources.Contains(one.Label.Source, StringComparer.Ordinal))];
        }

        throw new FormatException(
            $"Expected --source with an address, so that no other label is retracted with it. Its labels are from: {string.Join(", ", labels.Select(one => one.Label.Source).Distinct().Order(StringComparer.Ordinal))}.");
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<RecordedLabel> labels, Retraction why, long added)
    {
        terminal.Heading($"Retracted from {DayOption.Text(why.Learned)} on");
        terminal.Table(
            ["Id", "Chain", "Name", "What", "Source"],
            labels.Select(one => (IReadOnlyList<string>)
                [LabelWords.IdOf(one), LabelWords.ChainOf(one.Label), one.Label.Name, LabelWords.WhatOf(one.Label), one.Label.Source]));
        terminal.Line();
        terminal.Line($"{Counted.Of(added, "retraction", "retractions")} written; {Counted.Of(labels.Count - added)} held already. The labels stay, and still hold for every day before.");
    }

    private static void WriteJson(IReadOnlyList<RecordedLabel> labels, Retraction why, long added, Stream output) => JsonText.Write(output, json =>
    {
        LabelJson.WriteHead(json, "retract");
        json.WriteDay("learned", why.Learned);
        json.WriteString("author", why.Author);
        json.WriteString("reason", why.Reason);
        json.WriteNumber("added", added);
        json.WriteObjects("labels", labels, one => LabelJson.WriteLabel(json, one));
    });
}
