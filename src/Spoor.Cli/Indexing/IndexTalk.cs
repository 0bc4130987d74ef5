using Spoor.Cli.Output;
using Spoor.Storage.Index;

namespace Spoor.Cli.Indexing;

/// <summary>How far a build has come, on standard error, where somebody watches.</summary>
internal sealed class IndexTalk : IProgress<IndexProgress>
{
    private readonly Terminal _terminal;
    private string _said = "";

    private IndexTalk(Terminal terminal) => _terminal = terminal;

    public static IndexTalk? Of(Terminal terminal) => terminal.IsWatched ? new(terminal) : null;

    // A line for each hundredth: thousands of them would bury what matters.
    public void Report(IndexProgress value)
    {
        long percent = value.All == 0 ? 100 : value.Done * 100 / value.All;
        string line = $"{value.Step}: {percent} % of {Counted.Of(value.All)} transfers";
        if (line != _said)
        {
            _said = line;
            _terminal.TalkText.WriteLine(line);
        }
    }
}
