using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary><c>spoor case key</c>: a pair of keys to sign cases with.</summary>
internal static class CaseKeyCommand
{
    public static Verb Create(Terminal terminal)
    {
        var file = new Option<string>("--out") { Description = "The file of the private key; the public one is written beside it, with .pub behind its name.", HelpName = "FILE", Required = true };
        var command = new Command("key", "Make a pair of Ed25519 keys, as PEM.") { file };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, ["spoor case key --out seal.key"]);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            string path = terminal.PathOf(parsed.GetValue(file)!);
            var (secret, open) = CaseSignature.NewPair();
            await WriteAsync(path, secret, isSecret: true, cancellation);
            await WriteAsync(path + ".pub", open, isSecret: false, cancellation);
            terminal.Line(MessageText.Of($"Private key: {path} (keep it; whoever has it signs in your name)"));
            terminal.Line(MessageText.Of($"Public key:  {path}.pub (publish it where readers of your cases know it is yours)"));
            return ExitCode.Done;
        }
    }

    // A key that is overwritten is lost, and with it what it signed for.
    private static async Task WriteAsync(string path, string text, bool isSecret, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new StreamWriter(path, options);
        await stream.WriteAsync(text.AsMemory(), cancellation);
    }
}
