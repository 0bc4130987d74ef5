using System.Globalization;
using Spectre.Console;
using Spoor.Chains.Sync;
using Spoor.Cli.Output;
using Spoor.Transfers;

namespace Spoor.Cli.Sync;

/// <summary>How far a synchronisation is, on standard error: a bar where somebody watches, else a line now and then.</summary>
internal static class SyncTalk
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    public static async Task ShowAsync(Terminal terminal, Chain chain, Func<IProgress<SyncProgress>, Task> sync)
    {
        if (!terminal.IsWatched)
        {
            await sync(new Lines(terminal, chain));
            return;
        }

        await terminal.Talk.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .AutoClear(true)
            .StartAsync(context => sync(new Bar(context.AddTask("", maxValue: 1), chain)));
    }

    /// <summary>One line: where it is, how fast, how long still, and what is wrong with the node.</summary>
    public static string Line(Chain chain, SyncProgress progress)
    {
        if (progress.Trouble is { } trouble)
        {
            return MessageText.Of($"{chain.Name}: {trouble} Trying again.");
        }

        string at = progress.Tip is { } tip ? Counted.Of(tip.Height) : "none";
        string speed = string.Create(CultureInfo.InvariantCulture, $"{progress.BlocksPerSecond:N1} blocks/s");
        string rest = progress is { Remaining: { } remaining, Lag: > 1 } ? $", {Duration(remaining)} left" : "";
        string undone = progress.Reorganisations == 0 ? "" : $", {Counted.Of(progress.Reorganisations, "reorganisation", "reorganisations")}";
        return $"{chain.Name}: block {at} of {Counted.Of(progress.Target)}, {speed}{rest}{undone}";
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{Math.Max(1, time.Seconds)} s";

    private sealed class Lines(Terminal terminal, Chain chain) : IProgress<SyncProgress>
    {
        private long? _said;
        private int _reorganisations;
        private string? _trouble;

        // What is wrong or was taken back is said at once, and what stays wrong is not said again.
        public void Report(SyncProgress value)
        {
            if (value.Trouble is not null && value.Trouble == _trouble)
            {
                return;
            }

            bool isNews = value.Trouble != _trouble || value.Reorganisations > _reorganisations;
            _trouble = value.Trouble;
            _said ??= terminal.Clock.GetTimestamp();
            if (!isNews && terminal.Clock.GetElapsedTime(_said.Value) < BetweenLines)
            {
                return;
            }

            _said = terminal.Clock.GetTimestamp();
            _reorganisations = value.Reorganisations;
            terminal.TalkText.WriteLine(Line(chain, value));
        }
    }

    private sealed class Bar(ProgressTask task, Chain chain) : IProgress<SyncProgress>
    {
        private long? _first;

        public void Report(SyncProgress value)
        {
            long at = value.Tip?.Height ?? 0;
            _first ??= at;
            task.Value = value.Target > _first ? (double)(at - _first.Value) / (value.Target - _first.Value) : 1;
            task.Description = Line(chain, value).EscapeMarkup();
        }
    }
}
