using System.CommandLine;
using Spoor.Attribution;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Attribution;

/// <summary><c>spoor attribute</c>: who is behind an incident, how probable that is, and what it rests on.</summary>
internal static class AttributeCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor attribute coinex-2023",
        "spoor attribute coinex-2023 --as-of 2023-09-12",
        "spoor attribute coinex-2023 --without fbi-stake --svg why.svg",
        "spoor attribute ./my-incident --labels services.csv --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var incident = new Argument<string>("incident") { Description = "The id of an incident, or its folder." };
        var command = new Command("attribute", "Say who is behind an incident, how probable that is, and what would change it.") { incident };
        var options = new AttributeOptions(command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            using var inputs = await options.InputsAsync(parsed, parsed.GetValue(incident)!, terminal, cancellation);
            var report = await ActorSearch.RunAsync(inputs.Request, options.PriorOf(parsed), cancellation);
            if (options.SvgOf(parsed, terminal) is { } svg)
            {
                await File.WriteAllTextAsync(svg, WaterfallSvg.Of(Waterfall.Of(report.Assessment)), cancellation);
                terminal.TalkText.WriteLine($"The waterfall is in {svg}.");
            }

            if (options.WantsJson(parsed))
            {
                AssessmentJson.Write(report, terminal.Bytes, inputs.LabelFiles);
            }
            else
            {
                new AssessmentText(terminal, report).Write();
            }

            return ExitCode.Done;
        }
    }
}
