using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels at</c>: what was known on a day.</summary>
internal static class LabelAtCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels at 2023-09-13",
        "spoor labels at 2023-09-13 0x75497999432B8701330fB68058bd21918C02Ac59",
    ];

    public static Verb Create(Terminal terminal)
    {
        var day = new Argument<string>("date") { Description = "A day such as 2023-09-13, meant to its end in UTC." };
        var asked = new Argument<string?>("address|tx|name") { Description = "Only the labels of this [default: counts of all].", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        var command = new Command("at", "Show what was known on a day: labels learned later did not exist, retractions made later did not hold.") { day, asked, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var asOf = DayOption.Parse(parsed.GetValue(day)!);
            using var store = data.OpenExistingLabels(parsed, terminal);
            return parsed.GetValue(asked) is { } text
                ? await ShowAsync(terminal, store, text, asOf, parsed.GetValue(json), cancellation)
                : Show(terminal, LabelDay.Of(asOf, await store.HistoryAsync(cancellation)), parsed.GetValue(json));
        }
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, DuckDbLabelStore store, string asked, DateOnly day, bool asJson, CancellationToken cancellation)
    {
        var found = await new LabelQuestion(asked, null, day, new LabelPaging(int.MaxValue, 0)).AskAsync(store, cancellation);
        var answer = found.Held();
        if (asJson)
        {
            LabelJson.Write(answer, "at", terminal.Bytes);
        }
        else
        {
            LabelAnswerText.Write(terminal, answer);
        }

        return await LabelTalk.JudgeAsync(terminal, answer, store, cancellation);
    }

    private static int Show(Terminal terminal, LabelDay known, bool asJson)
    {
        if (asJson)
        {
            known.WriteJson(terminal.Bytes);
        }
        else
        {
            LabelDayText.Write(terminal, known);
        }

        return known.Labels > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
