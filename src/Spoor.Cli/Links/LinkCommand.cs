using System.CommandLine;
using Spoor.Attribution;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Links;

/// <summary><c>spoor link</c>: what an incident shares with others, and what speaks against it.</summary>
internal static class LinkCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor link coinex-2023",
        "spoor link stake-2023 --as-of 2023-09-12",
        "spoor link coinex-2023 --against stake-2023 --without slowmist --all",
        "spoor link my-case --incidents cases --labels services.csv --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var incident = new Argument<string>("incident") { Description = "The incident asked about: its id, or its folder." };
        var all = new Option<bool>("--all") { Description = "Show candidates and refuted links with all their checks too." };
        var json = new Option<bool>("--json") { Description = "For programs: links/1 (docs/json.md)." };
        var command = new Command("link", "Search what an incident shares with others, and try to refute it.") { incident };
        var options = LinkOptions.On(command);
        Array.ForEach<Option>([all, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            using var inputs = await options.InputsOfAsync(parsed, parsed.GetValue(incident)!, terminal, cancellation);
            var report = await LinkSearch.ReportAsync(inputs.Request, cancellation);
            if (parsed.GetValue(json))
            {
                LinksJson.Write(report, parsed.GetValue(all), terminal.Bytes, inputs.LabelFiles);
            }
            else
            {
                LinkText.Write(terminal, report, parsed.GetValue(all));
            }

            return report.Of(LinkStanding.Claimed).Any() ? ExitCode.Done : ExitCode.Nothing;
        }
    }
}
