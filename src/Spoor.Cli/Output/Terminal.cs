using System.Text;
using Spectre.Console;

namespace Spoor.Cli.Output;

/// <summary>Where a command writes: results to one side, talk to the other; and where the relative paths it is given start.</summary>
internal sealed class Terminal
{
    // Wide enough for an address and its amounts side by side when nobody says how wide the page is.
    private const int DefaultWidth = 120;

    private Terminal(Stream result, IAnsiConsole page, IAnsiConsole talk, string folder, TimeProvider clock)
    {
        Bytes = result;
        Page = page;
        Talk = talk;
        Folder = folder;
        Clock = clock;
    }

    /// <summary>Standard output as bytes, for <c>--json</c>.</summary>
    public Stream Bytes { get; }

    /// <summary>Standard output as text, for tables.</summary>
    public IAnsiConsole Page { get; }

    /// <summary>Standard error, for progress and messages.</summary>
    public IAnsiConsole Talk { get; }

    /// <summary>Where relative paths start.</summary>
    public string Folder { get; }

    /// <summary>For the days that a user does not name.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The day it is, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public TextWriter PageText => Page.Profile.Out.Writer;

    public TextWriter TalkText => Talk.Profile.Out.Writer;

    /// <summary>Whether somebody watches standard error, so that a moving bar makes sense.</summary>
    public bool IsWatched => Talk.Profile.Capabilities.Ansi;

    /// <summary>The standard streams of the process.</summary>
    public static Terminal OfProcess()
    {
        var result = Console.OpenStandardOutput();
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var page = Open(new StreamWriter(result, new UTF8Encoding(false)) { AutoFlush = true }, Console.IsOutputRedirected || plain);
        var talk = Open(Console.Error, Console.IsErrorRedirected || plain);
        return new(result, page, talk, Directory.GetCurrentDirectory(), TimeProvider.System);
    }

    /// <summary>Plain text of a fixed width into writers at hand.</summary>
    public static Terminal OfWriters(Stream result, TextWriter talk, string folder, TimeProvider? clock = null) => new(
        result,
        Open(new StreamWriter(result, new UTF8Encoding(false)) { AutoFlush = true }, true),
        Open(talk, true),
        folder,
        clock ?? TimeProvider.System);

    /// <summary>An absolute path.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    private static IAnsiConsole Open(TextWriter writer, bool plain)
    {
        writer.NewLine = "\n";
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        if (plain)
        {
            console.Profile.Width = DefaultWidth;
        }

        return console;
    }
}
