using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor rank</c>: which addresses around a theft deserve to be looked at first.</summary>
internal static class RankCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor rank --theft 0xca4e0aa223e3190ab477efb25617eff3a42af7bdb29cdb7dc9e7935ea88626b4",
        "spoor rank --seed 0x83a2eb63b6cc296529468afa85dbde4a469d8b37 --since 2021-04-19 --labels services.csv --top 50",
        "spoor rank --seed 0x… --backward --method ttr-time",
        "spoor rank --seed bc1q… --epsilon 0.0001 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var top = new Option<int?>("--top") { Description = "How many addresses to show [default: 25; --json: all].", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "For programs: rank/1 (docs/json.md)." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        top.AcceptOnlyAboveZero();
        var command = new Command("rank", "Order the addresses around a theft by how much they deserve to be looked at.");
        var options = RankOptions.On(command);
        Array.ForEach<Option>([data, store, top, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var claims = options.ClaimsOf(parsed);
            var labels = options.LabelsOf(parsed, terminal);
            using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
            var seeds = await RankingSeeds.OfAsync(archive, claims, options.DirectionOf(parsed), cancellation);
            var request = options.RequestOf(parsed, labels, claims, seeds);
            if (seeds.Count == 0)
            {
                await NothingFound.SayAsync(
                    terminal.TalkText, new() { Rule = TaintRule.Haircut, Claims = claims, Direction = request.Direction }, archive, cancellation);
                return ExitCode.Nothing;
            }

            var list = await Ranker.RunAsync(archive, request, new Teller(terminal), cancellation);
            if (parsed.GetValue(json))
            {
                RankJson.Write(list, terminal.Bytes, parsed.GetValue(top), labels.Cited);
            }
            else
            {
                RankText.Write(terminal, list, parsed.GetValue(top), parsed.Words());
            }

            TraceTalk.SayGaps(terminal, [request.Chain], (await archive.StatusAsync(cancellation)).Synced);
            return ExitCode.Done;
        }
    }

    private sealed class Teller(Terminal terminal) : IProgress<RankingProgress>
    {
        public void Report(RankingProgress value) => terminal.TalkText.WriteLine(
            value.Wanted == 0
                ? $"Done after {Counted.Of(value.Round, "read", "reads")}: {Counted.Of(value.Addresses, "address", "addresses")} ranked."
                : $"Read {value.Round}: {Counted.Of(value.Addresses, "address", "addresses")} ranked, {Counted.Of(value.Wanted)} still to read.");
    }
}
