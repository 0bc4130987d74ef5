using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary><c>spoor case seal</c>: inputs, rules and results of a case as one file.</summary>
internal static class CaseSealCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor case seal coinex-2023",
        "spoor case seal ./my-incident --data case-17 --labels services.csv --out sealed",
        "spoor case seal coinex-2023 --as-of 2023-09-13 --key seal.key --at 2023-09-13T22:00:00Z",
        "spoor case seal coinex-2023 --out second --previous coinex-2023.case",
    ];

    public static Verb Create(Terminal terminal)
    {
        var incident = new Argument<string>("incident") { Description = "The id of an incident, or its folder." };
        var command = new Command("seal", "Write a case with all that its figures rest on into one file, INCIDENT.case.") { incident };
        var options = CaseSealOptions.On(command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var (sealedCase, key) = await options.SealAsync(parsed, parsed.GetValue(incident)!, terminal, cancellation);
            string path = Write(sealedCase.ToFile(key), options.FolderOf(parsed, terminal), sealedCase.Manifest.Incident);
            terminal.TalkText.WriteLine(MessageText.Of($"The case is in {path}."));
            new CaseSealPage(terminal, sealedCase, key is not null).Write(Path.GetFileName(path));
            return ExitCode.Done;
        }
    }

    /// <summary>Writes a case file whole or not at all, and never over another one.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="IOException">There is another one of that name, or the folder cannot be written.</exception>
    public static string Write(byte[] file, string folder, string incident)
    {
        Directory.CreateDirectory(folder);
        string path = PathOf(folder, incident);
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path).AsSpan().SequenceEqual(file)
                ? path
                : throw new IOException($"{path} is another seal, and a seal is never overwritten. Write into another folder (--out DIR), and name this one with --previous so that the new one follows it.");
        }

        WriteWhole(path, file);
        return path;
    }

    public static string PathOf(string folder, string incident) => Path.Combine(folder, $"{CaseEntry.PartOf(incident)}.case");

    private static void WriteWhole(string path, byte[] file)
    {
        string unfinished = path + ".part";
        File.WriteAllBytes(unfinished, file);
        File.Move(unfinished, path);
    }
}
