using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Cli.Output;

/// <summary>A bar on standard error while a file is imported, where somebody watches.</summary>
internal static class ImportBar
{
    private const double BytesPerMegabyte = 1e6;

    public static async Task<ImportReport> ShowAsync(
        Terminal terminal, string path, Func<IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        if (!terminal.IsWatched)
        {
            return await import(null);
        }

        long bytes = new FileInfo(path).Length;
        var clock = Stopwatch.StartNew();
        return await terminal.Talk.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var task = context.AddTask(Path.GetFileName(path).EscapeMarkup(), maxValue: 1);
                return await import(new Reporter(progress => Show(task, progress, bytes, clock.Elapsed)));
            });
    }

    // How many rows there are is known when all are read; until then the rate is of bytes.
    private static void Show(ProgressTask task, ImportProgress progress, long bytes, TimeSpan elapsed)
    {
        task.Value = progress.Fraction;
        double seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        string rate = progress.Rows > 0
            ? $"{Counted.Of(progress.Rows)} rows, {Counted.Of((long)(progress.Rows / seconds))}/s"
            : string.Create(CultureInfo.InvariantCulture, $"{bytes * progress.Fraction / BytesPerMegabyte / seconds:N0} MB/s");
        task.Description = $"{progress.Step} {rate}".EscapeMarkup();
    }

    // Progress<T> would report on another thread, and after the end.
    private sealed class Reporter(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
