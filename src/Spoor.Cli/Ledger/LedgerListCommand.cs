using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;

namespace Spoor.Cli.Ledger;

/// <summary><c>spoor ledger list</c>: incidents, and why entries were merged into them.</summary>
internal static class LedgerListCommand
{
    public static Verb Create(Terminal terminal)
    {
        var year = new Option<int?>("--year") { Description = "Only incidents of this year.", HelpName = "YEAR" };
        var merged = new Option<bool>("--merged") { Description = "Only incidents that several entries tell, with the reasons." };
        var scope = ScopeOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs: ledger/1 (docs/json.md)." };
        var data = DataOption.Create();
        scope.Aliases.Add("--source");
        var command = new Command("list", "List incidents, what each ledger says of them, and why entries are held for one incident.") { year, scope, merged, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor ledger list --year 2023 --merged", "spoor ledger list --scope rekt,dprk --json"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var ledger = await TypedLedger.OpenAsync(parsed, data, terminal, cancellation);
            List<LedgerIncident> incidents =
            [
                .. ledger.Content.Incidents(scope.SourcesOf(parsed, ledger.Content))
                    .Where(incident => parsed.GetValue(year) is not { } wanted || incident.Date.First.Year == wanted)
                    .Where(incident => !parsed.GetValue(merged) || incident.Entries.Count > 1),
            ];
            if (parsed.GetValue(json))
            {
                LedgerListJson.Write(incidents, ledger.Content.Decisions, ledger.IsBuiltIn, terminal.Bytes);
            }
            else
            {
                LedgerListText.Write(terminal, incidents);
            }

            return incidents.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
        }
    }
}
