using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Workspace.Transfers;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor compare</c>: what every rule says of the same theft.</summary>
internal static class CompareCommand
{
    public static Verb Create(Terminal terminal)
    {
        var address = new Argument<string>("address") { Description = "All that this address received is the theft." };
        var csv = new Option<bool>("--csv") { Description = "One row a destination, one column a rule." };
        var json = new Option<bool>("--json") { Description = "For programs: compare/1 (docs/json.md)." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        var command = new Command("compare", "Run all rules and show which conclusions depend on the rule.") { address };
        var options = TraceOptions.On(command);
        Array.ForEach<Option>([data, store, csv, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor compare 0x83a2eb63b6cc296529468afa85dbde4a469d8b37 --labels services.csv", "spoor compare eip155:56:0x… --since 2023-09-12 --json"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var labels = options.LabelsOf(parsed, terminal);
            var request = options.RequestOf(parsed, labels, TaintRule.All[0], [options.SeedOf(parsed, parsed.GetValue(address)!)]);
            var tokens = options.TokensOf(parsed, terminal);
            var amounts = new AmountText(tokens);
            using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
            request = request with { Tokens = tokens, Crossings = await StoredCrossings.ReadAsync(archive, cancellation) };
            var traces = new List<Trace>();
            foreach (var rule in TaintRule.All)
            {
                terminal.TalkText.WriteLine($"Tracing by {rule.Name} ({rule.Title}).");
                traces.Add(await Tracer.RunAsync(archive, request with { Rule = rule }, null, cancellation));
            }

            var comparison = RuleComparison.Of(traces);
            if (parsed.GetValue(json))
            {
                ComparisonJson.Write(comparison, terminal.Bytes, labels.Cited);
            }
            else if (parsed.GetValue(csv))
            {
                ComparisonCsv.Write(comparison, terminal.PageText);
            }
            else
            {
                ComparisonText.Write(terminal, comparison, amounts);
            }

            TraceTalk.SayGaps(terminal, traces.SelectMany(trace => trace.Holdings).Select(holding => holding.Asset.Chain), (await archive.StatusAsync(cancellation)).Synced);
            return await TraceTalk.JudgeAsync(terminal, traces[0], archive, cancellation);
        }
    }
}
