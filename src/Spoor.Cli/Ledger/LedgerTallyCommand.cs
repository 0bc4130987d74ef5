using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using Spoor.Workspace.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary><c>spoor ledger tally</c>: sums of losses with their scope, beside the figures of others.</summary>
internal static class LedgerTallyCommand
{
    public static Verb Create(Terminal terminal)
    {
        var year = new Option<int>("--year") { Description = "The year.", HelpName = "YEAR", Required = true };
        var until = new Option<string?>("--until") { Description = "Last month or day that counts, such as 2023-08 [default: the end of the year].", HelpName = "MONTH" };
        var by = new Option<string>("--by") { Description = "What the lines are.", DefaultValueFactory = _ => "month" };
        by.AcceptOnlyFromAmong([.. Enum.GetNames<TallyBy>().Select(name => name.ToLowerInvariant())]);
        var csv = new Option<bool>("--csv") { Description = "One row a line." };
        var json = new Option<bool>("--json") { Description = "For programs: ledger/1 (docs/json.md)." };
        var svg = new Option<string?>("--svg") { Description = "Also write a bar chart.", HelpName = "FILE" };
        var scope = ScopeOption.Create();
        var data = DataOption.Create();
        var command = new Command("tally", "Sum what ledgers say was lost, say what counts and what does not, and compare with published totals.") { year, until, by, scope, csv, json, svg, data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor ledger tally --year 2023 --by month", "spoor ledger tally --year 2023 --until 2023-08 --scope rekt --svg losses.svg", "spoor ledger tally --year 2023 --by actor --csv"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv))
            {
                throw new FormatException("Expected one of --json and --csv, found both.");
            }

            var ledger = await TypedLedger.OpenAsync(parsed, data, terminal, cancellation);
            var request = new TallyRequest(TallyQuestion.PeriodOf(parsed.GetValue(year), parsed.GetValue(until)), Enum.Parse<TallyBy>(parsed.GetValue(by)!, ignoreCase: true), scope.SourcesOf(parsed, ledger.Content));
            var tally = LedgerTally.Of(ledger.Content, request);
            var comparison = request.By == TallyBy.Month
                ? LedgerComparison.Of(ledger.Content.Incidents(request.Sources), ledger.Content.Figures, LedgerComparison.CertiK, request.Period)
                : null;
            if (parsed.GetValue(svg) is { } file)
            {
                await WriteSvgAsync(terminal, tally, file, cancellation);
            }

            Write(terminal, tally, comparison is { Periods.Count: > 0 } ? comparison : null, ledger.IsBuiltIn, (parsed.GetValue(json), parsed.GetValue(csv)));
            return tally.Incidents.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
        }
    }

    private static void Write(Terminal terminal, LedgerTally tally, LedgerComparison? comparison, bool builtIn, (bool Json, bool Csv) form)
    {
        if (form.Json)
        {
            LedgerTallyJson.Write(tally, comparison, builtIn, terminal.Bytes);
        }
        else if (form.Csv)
        {
            LedgerTallyCsv.Write(tally, terminal.PageText);
        }
        else
        {
            LedgerTallyText.Write(terminal, tally);
            LedgerComparisonText.Write(terminal, comparison);
        }
    }

    private static async Task WriteSvgAsync(Terminal terminal, LedgerTally tally, string file, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(terminal.PathOf(file), LedgerTallySvg.Of(tally), cancellation);
        terminal.TalkText.WriteLine($"Chart written to {file}.");
    }
}
