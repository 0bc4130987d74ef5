using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Watching;
using Spoor.Detection;

namespace Spoor.Cli.Demo.Live;

/// <summary><c>spoor demo live</c>: a theft on two real nodes of this machine, and the alert as it comes up.</summary>
internal static class LiveDemoCommand
{
    private static readonly IReadOnlyList<string> Examples = ["spoor demo live", "spoor demo live --data drained", "spoor demo live --json"];

    public static Verb Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "Keep store and alerts in this folder, which must be empty [default: nothing is kept].", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "For programs: demo-live/1 (docs/json.md)." };
        var command = new Command("live", "Empty the hot wallets of a made-up exchange on two chains of this machine, and watch the alert come up (needs Anvil).") { data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal, () => RunAsync(terminal, parsed.GetValue(data), parsed.GetValue(json), cancellation), cancellation));
        return new(command, Examples);
    }

    private static async Task<int> RunAsync(Terminal terminal, string? kept, bool isJson, CancellationToken cancellation)
    {
        string program = AnvilBinary.Find(terminal.Folder)
            ?? throw new FormatException($"The demonstration runs two chains with Anvil, an EVM node for tests, and found none. {AnvilBinary.HowToGet}");
        var folder = kept is null ? Directory.CreateTempSubdirectory("spoor-demo-") : Empty(terminal.PathOf(kept));
        try
        {
            var demo = new LiveDemo(program, terminal.Clock, terminal.TalkText.WriteLine) { Show = notice => Show(terminal, notice) };
            var theft = await demo.PlayAsync(folder.FullName, cancellation);
            if (isJson)
            {
                LiveDemoJson.Write(theft, terminal.Bytes);
            }
            else
            {
                LiveDemoPage.Write(terminal, theft);
            }

            return theft.IsInTime ? ExitCode.Done : ExitCode.Nothing;
        }
        finally
        {
            if (kept is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static DirectoryInfo Empty(string path)
    {
        var folder = Directory.CreateDirectory(path);
        return folder.EnumerateFileSystemInfos().Any()
            ? throw new IOException($"{path}: expected an empty folder for --data, since the chains of the demonstration begin anew every time.")
            : folder;
    }

    private static void Show(Terminal terminal, AlertNotice notice) =>
        terminal.TalkText.WriteLine($"  {notice.Severity.ToString().ToUpperInvariant()}  {MessageText.Of(NoticeText.Brief(notice))}");
}
