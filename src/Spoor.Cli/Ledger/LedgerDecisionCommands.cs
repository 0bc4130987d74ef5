using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary><c>spoor ledger merge</c> and <c>spoor ledger split</c>: decisions over the rule, each undone by the other.</summary>
internal static class LedgerDecisionCommands
{
    public static Verb CreateMerge(Terminal terminal)
    {
        var entry = new Argument<string>("entry") { Description = "Id of an entry, such as rekt:coinex-rekt." };
        var other = new Argument<string>("other") { Description = "Id of the entry that tells the same incident." };
        var command = new Command("merge", "Hold two entries for one incident; 'split' undoes it.") { entry, other };
        Decide(terminal, command, parsed => new(0, MergeKind.Merge, parsed.GetValue(entry)!, parsed.GetValue(other)!, ""));
        return new(command, ["spoor ledger merge rekt:nightmare-ftm dprk:2023-10-17-fantom-foundation --reason 'one phishing case' --author me"]);
    }

    public static Verb CreateSplit(Terminal terminal)
    {
        var entry = new Argument<string>("entry") { Description = "Id of the entry that is an incident of its own." };
        var command = new Command("split", "Hold an entry for an incident of its own; 'merge' undoes it.") { entry };
        Decide(terminal, command, parsed => new(0, MergeKind.Split, parsed.GetValue(entry)!, null, ""));
        return new(command, ["spoor ledger split rekt:nightmare-ftm --reason 'two cases after all' --author me"]);
    }

    private static void Decide(Terminal terminal, Command command, Func<ParseResult, MergeDecision> decisionOf)
    {
        var reason = new Option<string>("--reason") { Description = "Why; shown wherever the decision is.", Required = true };
        var author = new Option<string>("--author") { Description = "Who decides; kept with the day.", HelpName = "NAME", Required = true };
        var data = DataOption.Create();
        command.Options.Add(reason);
        command.Options.Add(author);
        command.Options.Add(data);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            using var store = TypedLedger.OpenStore(parsed, data, terminal);
            var ledger = await store.ReadAsync(cancellation);
            var decision = decisionOf(parsed) with
            {
                Reason = MessageText.Of(parsed.GetValue(reason)!),
                Author = MessageText.Of(parsed.GetValue(author)!),
                Day = terminal.Today,
            };
            Check(decision, ledger);
            decision = await store.DecideAsync(decision, cancellation);
            var after = (await store.ReadAsync(cancellation)).Incidents([]);
            terminal.Line($"Decision {decision.Number} is written down. Incidents now:");
            LedgerListText.Write(terminal, [.. after.Where(incident => incident.Entries.Any(entry => entry.Id == decision.Entry || entry.Id == decision.With))]);
            return ExitCode.Done;
        }
    }

    private static void Check(MergeDecision decision, IndustryLedger ledger)
    {
        foreach (string id in new[] { decision.Entry, decision.With }.OfType<string>().Where(id => ledger.Entries.All(entry => entry.Id != id)))
        {
            throw new FormatException($"There is no entry '{id}' in the ledger; 'spoor ledger list' shows the ids.");
        }

        if (decision.Entry == decision.With)
        {
            throw new FormatException($"Expected two entries to merge, found {decision.Entry} twice.");
        }
    }
}
