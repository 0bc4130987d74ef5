using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary><c>spoor case verify</c>: whether a case file is whole and its results follow from its inputs.</summary>
internal static class CaseVerifyCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor case verify coinex-2023.case",
        "spoor case verify coinex-2023.case --public-key seal.key.pub",
        "spoor case verify coinex-2023.case --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A case file." };
        var key = new Option<string?>("--public-key") { Description = "The case must be signed with the key that belongs to this one.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "For programs: case-verify/1 (docs/json.md)." };
        var command = new Command("verify", "Compute every result of a case file again from its inputs, offline, and compare bytes.") { file, key, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            string path = terminal.PathOf(parsed.GetValue(file)!);
            string? publicKey = parsed.GetValue(key) is { } named ? await File.ReadAllTextAsync(terminal.PathOf(named), cancellation) : null;
            var found = await CaseVerification.OfAsync(OpenedCase.Read(path), publicKey, cancellation);
            if (parsed.GetValue(json))
            {
                CaseVerificationJson.Write(found, terminal.Bytes);
            }
            else
            {
                new CaseVerificationPage(terminal, found).Write(Path.GetFileName(path));
            }

            return found.Holds ? ExitCode.Done : ExitCode.Input;
        }
    }
}
