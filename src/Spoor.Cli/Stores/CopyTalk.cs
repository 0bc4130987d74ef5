using Spoor.Cli.Output;
using Spoor.Storage.Copying;

namespace Spoor.Cli.Stores;

/// <summary>Says how far a copy is, every few seconds.</summary>
internal sealed class CopyTalk(Terminal terminal) : IProgress<CopyProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly long _started = terminal.Clock.GetTimestamp();
    private TimeSpan _said = TimeSpan.Zero;

    public void Report(CopyProgress value)
    {
        var now = terminal.Clock.GetElapsedTime(_started);
        if (now - _said < Between)
        {
            return;
        }

        _said = now;
        terminal.TalkText.WriteLine($"{value.Step}: {Counted.Of(value.Done)} of {Counted.Of(value.Total, "transfer", "transfers")}.");
    }
}
