using System.CommandLine;
using System.Text;
using Spoor.Cli.Evaluation;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor evaluate</c>: every rule on cases of which the truth is known, beside what others reached.</summary>
internal sealed class EvaluateCommand
{
    private const string Terminals = "terminals";

    private const string Needed = "needed";

    private readonly Argument<string> _corpus = new("corpus") { Description = "laundernet (truth by flow) or heist (truth by label)." };

    private readonly Option<string?> _folder = new("--data-dir") { Description = "A case, or a folder with cases below it [default: $SPOOR_DATA, else ../shared/data].", HelpName = "DIR" };

    private readonly Option<string[]> _rules = new("--rule") { Description = "A taint rule, a ranking method, relevance, visits, reach-N or reach; may be repeated [default: all].", AllowMultipleArgumentsPerToken = true };

    private readonly Option<int> _noise = new("--noise") { Description = "Transfers of background traffic around each laundernet case.", HelpName = "N" };

    private readonly Option<ulong> _seed = new("--seed") { Description = "What the noise is drawn from: same seed, same noise.", DefaultValueFactory = _ => 1, HelpName = "S" };

    private readonly Option<string> _stop = new("--stop") { Description = "Whether the known services end a trace: terminals or none.", DefaultValueFactory = _ => Terminals };

    private readonly Option<string> _openings = new("--openings") { Description = "When opening balances enter the books: beginning or needed.", DefaultValueFactory = _ => "beginning" };

    private readonly Option<bool> _missed = new("--missed") { Description = "List the true flows that were not found, each with the reason." };

    private readonly Option<bool> _curve = new("--curve") { Description = "Learn relevance, judge it on cases it has not seen, and show it at every threshold." };

    private readonly Option<string?> _svg = new("--svg") { Description = "Draw the curve (with --curve).", HelpName = "FILE" };

    private readonly Option<bool> _json = new("--json") { Description = "For programs." };

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor evaluate laundernet --data-dir cases --rule haircut --rule fifo",
        "spoor evaluate laundernet --noise 20000 --seed 1 --json",
        "spoor evaluate heist --stop none",
        "spoor evaluate laundernet --noise 20000 --seed 1 --curve --svg relevance.svg",
    ];

    public static Verb Create(Terminal terminal) => new EvaluateCommand().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        _corpus.AcceptOnlyFromAmong([.. CaseCorpus.All.Select(one => one.Name)]);
        _stop.AcceptOnlyFromAmong(Terminals, "none");
        _openings.AcceptOnlyFromAmong("beginning", Needed);
        _noise.AcceptOnlyNaturals();
        _seed.AcceptOnlyNaturals();
        var command = new Command("evaluate", "Measure the taint rules and rankings on cases of which the truth is known.")
        {
            _corpus, _folder, _rules, _noise, _seed, _stop, _openings, _missed, _curve, _svg, _json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_svg) is not null && !result.GetValue(_curve))
            {
                result.AddError("Expected --curve beside --svg.");
            }
        });
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, terminal, cancellation), cancellation));
        return new(command, Examples);
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var streams = parsed.InvocationConfiguration;
        var evaluations = EvaluationsOf(parsed);
        if (parsed.GetValue(_curve))
        {
            var report = await evaluations.JudgeRelevanceAsync(cancellation);
            RelevanceTable.Write(streams.Output, report);
            if (parsed.GetValue(_svg) is { } svg)
            {
                await File.WriteAllTextAsync(terminal.PathOf(svg), RelevanceSvg.Of(report), new UTF8Encoding(false), cancellation);
            }

            return 0;
        }

        var rows = await evaluations.RunAsync(streams.Error, cancellation);
        if (parsed.GetValue(_json))
        {
            using var json = new MemoryStream();
            ScoreJson.Write(json, rows);
            await streams.Output.WriteAsync(Encoding.UTF8.GetString(json.ToArray()));
            return 0;
        }

        ScoreTable.Write(streams.Output, evaluations.Corpus, rows);
        if (parsed.GetValue(_missed))
        {
            ScoreTable.WriteMissed(streams.Output, rows);
        }

        return 0;
    }

    private Evaluations EvaluationsOf(ParseResult parsed) => new(
        CaseCorpus.All.First(one => one.Name == parsed.GetValue(_corpus)),
        parsed.GetValue(_folder) ?? DefaultFolder(),
        parsed.GetValue(_rules) is { Length: > 0 } named ? [.. named.Select(TracingMethod.Find)] : TracingMethod.All,
        new(
            parsed.GetValue(_noise),
            parsed.GetValue(_seed),
            parsed.GetValue(_stop) == Terminals,
            parsed.GetValue(_openings) == Needed ? OpeningEntry.WhenNeeded : OpeningEntry.FromBeginning));

    private static string DefaultFolder() =>
        Environment.GetEnvironmentVariable("SPOOR_DATA") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "data");
}
