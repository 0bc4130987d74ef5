using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels conflicts</c>: labels that contradict each other.</summary>
internal static class LabelConflictsCommand
{
    private const int DefaultLimit = 25;

    private static readonly IReadOnlyList<string> Examples = ["spoor labels conflicts", "spoor labels conflicts --as-of 2023-09-13 --json"];

    public static Verb Create(Terminal terminal)
    {
        var day = DayOption.Create("--as-of", "Only what was known at the end of that day, UTC.");
        var limit = new Option<int>("--limit") { Description = "How many are shown.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var json = new Option<bool>("--json") { Description = "For programs; all of them." };
        var data = DataOption.Create();
        limit.AcceptOnlyNaturals();
        var command = new Command("conflicts", "List labels that cannot both be true, with the sources of both.") { day, limit, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            async () =>
            {
                using var store = data.OpenExistingLabels(parsed, terminal);
                var history = await store.HistoryAsync(cancellation);
                var conflicts = LabelConflicts.Find(history.RecordedAt(day.DayOf(parsed)), history.Lineage, TokenList.Builtin);
                if (parsed.GetValue(json))
                {
                    WriteJson(conflicts, day.DayOf(parsed), terminal.Bytes);
                }
                else
                {
                    LabelConflictText.Write(terminal, conflicts, parsed.GetValue(limit));
                }

                return Judge(terminal, conflicts.Count);
            },
            cancellation));
        return new(command, Examples);
    }

    private static int Judge(Terminal terminal, int conflicts)
    {
        if (conflicts > 0)
        {
            return ExitCode.Done;
        }

        terminal.TalkText.WriteLine("No labels contradict each other. What no two sources speak of cannot be compared.");
        return ExitCode.Nothing;
    }

    private static void WriteJson(IReadOnlyList<LabelConflict> conflicts, DateOnly? day, Stream output) => JsonText.Write(output, json =>
    {
        LabelJson.WriteHead(json, "conflicts");
        json.WriteDay("asOf", day);
        json.WriteNumber("total", conflicts.Count);
        json.WriteObjects("conflicts", conflicts, conflict =>
        {
            json.WriteString("kind", LabelConflictText.KindOf(conflict.Kind));
            LabelJson.WriteSubject(json, conflict.Subject);
            json.WriteBoolean("acrossChains", conflict.AcrossChains);
            json.WriteBoolean("independent", conflict.Independent);
            json.WriteObjects("sides", [conflict.One, conflict.Other], side =>
            {
                json.WriteString("claim", side.Claim);
                json.WriteString("weight", LabelConflictText.WeightOf(side));
                LabelJson.WriteWitnesses(json, side.Witnesses);
                json.WriteObjects("labels", side.Labels, one => LabelJson.WriteLabel(json, one));
            });
        });
    });
}
