using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Workspace.Cases.Comparing;

namespace Spoor.Cli.Cases;

/// <summary><c>spoor case diff</c>: what changed between two case files, and which figures moved for what reason.</summary>
internal static class CaseDiffCommand
{
    public static Verb Create(Terminal terminal)
    {
        var before = new Argument<string>("before") { Description = "A case file." };
        var after = new Argument<string>("after") { Description = "Another one, about the same incident." };
        var json = new Option<bool>("--json") { Description = "For programs: case-diff/1 (docs/json.md)." };
        var command = new Command("diff", "Say what changed between two case files, in reason codes, and which figures moved.") { before, after, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor case diff first.case second.case", "spoor case diff first.case second.case --json"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var left = CaseSide.Read(terminal.PathOf(parsed.GetValue(before)!));
            var right = CaseSide.Read(terminal.PathOf(parsed.GetValue(after)!));
            var comparison = await CaseComparison.OfAsync(left, right, cancellation);
            if (parsed.GetValue(json))
            {
                CaseDiffJson.Write(comparison, terminal.Bytes);
            }
            else
            {
                new CaseDiffPage(terminal, comparison).Write();
            }

            return comparison.IsSame ? ExitCode.Nothing : ExitCode.Done;
        }
    }
}
