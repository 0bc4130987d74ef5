using System.CommandLine;
using Spoor.Cli.Evaluation;
using Spoor.Cli.Output;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor evaluate</c>: every rule on cases of which the truth is known, beside what others reached.</summary>
internal static class EvaluateCommand
{
    private const string Terminals = "terminals";

    private const string Needed = "needed";

    private static readonly Argument<string> Corpus = new("corpus") { Description = "laundernet (truth by flow) or heist (truth by label)." };

    private static readonly Option<string?> Folder = new("--data-dir") { Description = "A case, or a folder with cases below it [default: $SPOOR_DATA, else ../shared/data].", HelpName = "DIR" };

    private static readonly Option<string[]> Rules = new("--rule") { Description = "A taint rule, reach-N or reach; may be repeated [default: all].", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Noise = new("--noise") { Description = "Transfers of background traffic around each laundernet case.", HelpName = "N" };

    private static readonly Option<ulong> Seed = new("--seed") { Description = "What the noise is drawn from: same seed, same noise.", DefaultValueFactory = _ => 1, HelpName = "S" };

    private static readonly Option<string> Stop = new("--stop") { Description = "Whether the known services end a trace: terminals or none.", DefaultValueFactory = _ => Terminals };

    private static readonly Option<string> Openings = new("--openings") { Description = "When opening balances enter the books: beginning or needed.", DefaultValueFactory = _ => "beginning" };

    private static readonly Option<bool> Missed = new("--missed") { Description = "List the true flows that were not found, each with the reason." };

    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor evaluate laundernet --data-dir cases --rule haircut --rule fifo",
        "spoor evaluate laundernet --noise 20000 --seed 1 --json",
        "spoor evaluate heist --stop none",
    ];

    public static Verb Create(Terminal terminal)
    {
        Corpus.AcceptOnlyFromAmong([.. CaseCorpus.All.Select(one => one.Name)]);
        Stop.AcceptOnlyFromAmong(Terminals, "none");
        Openings.AcceptOnlyFromAmong("beginning", Needed);
        Noise.Validators.Add(noise =>
        {
            if (noise.GetValueOrDefault<int>() < 0)
            {
                noise.AddError("Expected a number of transfers of 0 or more after --noise.");
            }
        });
        var command = new Command("evaluate", "Measure the taint rules on cases of which the truth is known.")
        {
            Corpus, Folder, Rules, Noise, Seed, Stop, Openings, Missed, Json,
        };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var streams = parsed.InvocationConfiguration;
        var evaluations = EvaluationsOf(parsed);
        var rows = await evaluations.RunAsync(streams.Error, cancellation);
        if (parsed.GetValue(Json))
        {
            using var json = new MemoryStream();
            ScoreJson.Write(json, rows);
            await streams.Output.WriteAsync(System.Text.Encoding.UTF8.GetString(json.ToArray()));
            return 0;
        }

        ScoreTable.Write(streams.Output, evaluations.Corpus, rows);
        if (parsed.GetValue(Missed))
        {
            ScoreTable.WriteMissed(streams.Output, rows);
        }

        return 0;
    }

    private static Evaluations EvaluationsOf(ParseResult parsed) => new(
        CaseCorpus.All.First(one => one.Name == parsed.GetValue(Corpus)),
        parsed.GetValue(Folder) ?? DefaultFolder(),
        parsed.GetValue(Rules) is { Length: > 0 } named ? [.. named.Select(TracingMethod.Find)] : TracingMethod.All,
        new(
            parsed.GetValue(Noise),
            parsed.GetValue(Seed),
            parsed.GetValue(Stop) == Terminals,
            parsed.GetValue(Openings) == Needed ? OpeningEntry.WhenNeeded : OpeningEntry.FromBeginning));

    private static string DefaultFolder() =>
        Environment.GetEnvironmentVariable("SPOOR_DATA") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "data");
}
