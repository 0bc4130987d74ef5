using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.Growth;

/// <summary>Elapsed and processor time of the same work, again and again.</summary>
internal sealed class Timings
{
    private readonly List<double> _elapsed = [];
    private readonly List<double> _processor = [];

    /// <summary>What the work came to the last time.</summary>
    public long Found { get; private set; }

    public void Take(Func<long> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        Found = work();
        _elapsed.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        process.Refresh();
        _processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
    }

    /// <summary>Quickest and middle, in milliseconds; the processor's time is of all threads, in steps of ten, and so given as the mean of the later half.</summary>
    public override string ToString()
    {
        List<double> sorted = [.. _elapsed.Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"best_ms\":{sorted[0]:F3},\"median_ms\":{sorted[sorted.Count / 2]:F3},\"cpu_ms\":{_processor.Skip(_processor.Count / 2).Average():F3},\"runs\":{sorted.Count}}}");
    }
}
