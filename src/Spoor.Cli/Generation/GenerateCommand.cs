using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage.Generation;

namespace Spoor.Cli.Generation;

/// <summary><c>spoor generate</c>: a made-up chain with thefts whose way is known, for tests of speed and of tracing.</summary>
internal static class GenerateCommand
{
    private const long Fewest = 1_000;
    private const long Most = 10_000_000_000;
    private const int MostThefts = 100;

    public static Verb Create(Terminal terminal)
    {
        var transfers = new Option<long>("--transfers") { Description = $"How many transfers, {Fewest} to {Most}.", HelpName = "N", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same chain.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var thefts = new Option<int>("--thefts") { Description = $"How many thefts lie among them, at most {MostThefts}.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var to = new Option<string>("--out") { Description = "The folder for the files; made if it is not there.", HelpName = "DIR", Required = true };
        transfers.AcceptOnlyNaturals();
        seed.AcceptOnlyNaturals();
        thefts.AcceptOnlyNaturals();
        var command = new Command("generate", "Make up a chain with thefts whose way is known: Parquet files to import, and the truth beside them.") { transfers, seed, thefts, to };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor generate --transfers 1000000 --seed 7 --out made", "spoor generate --transfers 100000000 --thefts 3 --out made"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var chain = new SyntheticChain(parsed.GetValue(seed), CountOf(parsed.GetValue(transfers)), TheftsOf(parsed.GetValue(thefts)));
            string folder = terminal.PathOf(parsed.GetValue(to)!);
            var files = await SyntheticFiles.WriteAsync(chain, folder, Progress(chain.Transfers), cancellation);
            string truth = Path.Combine(folder, "truth.json");
            using (var output = File.Create(truth))
            {
                TruthJson.Write(chain, parsed.GetValue(seed), files, output);
            }

            terminal.Line($"{Counted.Of(chain.Transfers, "transfer", "transfers")} in {Counted.Of(files.Count, "file", "files")} in {parsed.GetValue(to)}, format cryo-erc20-transfers");
            foreach (var (theft, known) in chain.Thefts.Select(theft => (theft, TheftTruth.Of(chain, theft))))
            {
                terminal.Line($"theft {Counted.Of(theft.Number)}: spoor trace --theft {known.Tx.Render(known.Asset.Chain)} reaches {Counted.Of(theft.Reach, "address", "addresses")} of the thief");
            }

            return ExitCode.Done;
        }

        IProgress<long>? Progress(long all) =>
            terminal.IsWatched ? new Reported(done => terminal.TalkText.WriteLine($"{Counted.Of(done)} of {Counted.Of(all)} transfers")) : null;
    }

    private static long CountOf(long transfers) => transfers is >= Fewest and <= Most
        ? transfers
        : throw new FormatException($"Expected {Fewest} to {Most} after --transfers, found {transfers}.");

    private static int TheftsOf(int thefts) => thefts <= MostThefts
        ? thefts
        : throw new FormatException($"Expected at most {MostThefts} after --thefts, found {thefts}.");

    private sealed class Reported(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
