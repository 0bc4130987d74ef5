using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Storage.ClickHouse;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;
using Spoor.Workspace.Transfers;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor trace</c>: where stolen value went, or where value came from.</summary>
internal static class TraceCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor trace --theft 0xca4e0aa223e3190ab477efb25617eff3a42af7bdb29cdb7dc9e7935ea88626b4",
        "spoor trace --seed 0x83a2eb63b6cc296529468afa85dbde4a469d8b37 --since 2021-04-19 --labels services.csv --tree",
        "spoor trace --seed eip155:56:0x… --rule fifo --json",
        "spoor trace --holding bc1q… --at 2020-12-28T19:45:00Z --direction in",
    ];

    public static Verb Create(Terminal terminal)
    {
        var theft = new Option<string[]>("--theft") { Description = "A transaction, or one transfer of it; may be repeated.", HelpName = "TX[:[PHASE:]INDEX]" };
        var seed = new Option<string[]>("--seed") { Description = "All that an address received (in: sent); may be repeated.", HelpName = "ADDRESS" };
        var holding = new Option<string[]>("--holding") { Description = "All that an address holds at a moment (with --at); may be repeated.", HelpName = "ADDRESS" };
        var at = new Option<string?>("--at") { Description = "The moment of --holding.", HelpName = "TIME" };
        var rule = new Option<string>("--rule") { Description = "The taint rule (docs/methods).", DefaultValueFactory = _ => TaintRule.Haircut.Name };
        var tree = new Option<bool>("--tree") { Description = "As a tree from the theft, largest branches first." };
        var csv = new Option<bool>("--csv") { Description = "The tainted transfers, swaps, ways over bridges and places as CSV." };
        var json = new Option<bool>("--json") { Description = "For programs: trace/1 (docs/json.md)." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        rule.AcceptOnlyFromAmong([.. TaintRule.All.Select(known => known.Name)]);
        var command = new Command("trace", "Follow stolen value, with books that account for every unit.") { theft, seed, holding, at, rule };
        var options = TraceOptions.On(command);
        command.Validators.Add(result =>
        {
            if (new[] { tree, csv, json }.Count(result.GetValue) > 1)
            {
                result.AddError("Expected one of --tree, --csv and --json, or none.");
            }
        });
        Array.ForEach<Option>([data, store, tree, csv, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var labels = options.LabelsOf(parsed, terminal);
            var request = options.RequestOf(parsed, labels, TaintRule.Find(parsed.GetValue(rule)!), ClaimsOf(parsed));
            var tokens = options.TokensOf(parsed, terminal);
            var amounts = new AmountText(tokens);
            using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
            request = request with { Tokens = tokens, Crossings = await StoredCrossings.ReadAsync(archive, cancellation) };
            var trace = await Tracer.RunAsync(archive, request, TraceTalk.Of(terminal), cancellation);
            if (parsed.GetValue(json))
            {
                var whereabouts = await WhereaboutsReading.OfAsync(archive, trace, options.TerminalsOf(parsed), cancellation);
                TraceJson.Write(trace, await TaintBounds.OfAsync(archive, trace, cancellation), whereabouts, terminal.Bytes, labels.Cited);
            }
            else if (parsed.GetValue(csv))
            {
                TraceCsv.Write(trace, await TaintBounds.OfAsync(archive, trace, cancellation), terminal.PageText);
            }
            else if (parsed.GetValue(tree))
            {
                TraceTree.Write(terminal, trace, amounts);
            }
            else
            {
                var whereabouts = await WhereaboutsReading.OfAsync(archive, trace, options.TerminalsOf(parsed), cancellation);
                TraceText.Write(terminal, whereabouts, await TaintBounds.OfAsync(archive, trace, cancellation), amounts, parsed.Words(), CompareWords(parsed, trace));
            }

            TraceTalk.SayOrder(terminal, await archive.ImportedFormatsAsync(cancellation));
            TraceTalk.SayGaps(terminal, trace.Holdings.Select(holding => holding.Asset.Chain), (await archive.StatusAsync(cancellation)).Synced);
            return await TraceTalk.JudgeAsync(terminal, trace, archive, cancellation);
        }

        string CompareWords(ParseResult parsed, Trace trace)
        {
            var named = trace.Thefts.FirstOrDefault(theft => theft.Address is not null);
            string address = named is null ? "ADDRESS" : AddressText.ToCaip10(named.Asset.Chain, named.Address!.Value);
            return parsed.GetValue(store) is { } url ? $"spoor compare {address} --store '{ClickHouseAddress.WithoutPasswords(url)}'"
                : parsed.GetResult(data) is { Implicit: false } ? $"spoor compare {address} --data {parsed.GetValue(data)}"
                : $"spoor compare {address}";
        }

        List<TheftClaim> ClaimsOf(ParseResult parsed)
        {
            string[] holdings = parsed.GetValue(holding) ?? [];
            if (holdings.Length > 0 && parsed.GetValue(at) is null)
            {
                throw new FormatException("Expected --at TIME beside --holding.");
            }

            List<TheftClaim> claims =
            [
                .. (parsed.GetValue(theft) ?? []).Select(text => options.TheftOf(parsed, text)),
                .. (parsed.GetValue(seed) ?? []).Select(text => options.SeedOf(parsed, text)),
                .. holdings.Select(text => options.HoldingOf(parsed, text, parsed.GetValue(at)!)),
            ];
            return claims.Count > 0 ? claims : throw new FormatException("Expected what was stolen: --theft TX, --seed ADDRESS, or --holding ADDRESS --at TIME.");
        }
    }
}
