using System.Globalization;

namespace Spoor.Benchmarks.Serving;

/// <summary>Samples of what a server holds while people look, and what they say together.</summary>
internal sealed class ViewerWatch(ServerProcess server, IReadOnlyList<OpenPage> pages, IReadOnlyList<AlertReader> streams)
{
    private readonly List<(TimeSpan At, long Mebibytes)> _samples = [];
    private TimeSpan _worked = server.Worked;
    private TimeSpan? _told;

    /// <summary>Whether nobody lost a page or a stream.</summary>
    public bool IsWhole => pages.All(page => page.Fault.Length == 0) && streams.All(stream => stream.Fault.Length == 0);

    public void Look(TimeSpan now)
    {
        _samples.Add((now, server.ResidentMebibytes));
        if (now - _told < TimeSpan.FromMinutes(1))
        {
            return;
        }

        var worked = server.Worked;
        if (_told is null)
        {
            Console.WriteLine("| Minute | MiB resident | pages open | streams open | batches drawn | alerts told | server's cores at work |");
            Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {now.TotalMinutes:0} | {server.ResidentMebibytes:N0} | {pages.Count(page => page.Fault.Length == 0)} | {streams.Count(stream => stream.Fault.Length == 0)} | {pages.Sum(page => page.Drawn):N0} | {streams.Sum(stream => stream.Told):N0} | {(worked - _worked) / (now - (_told ?? now.Add(-TimeSpan.FromDays(1)))):0.00} |"));
        (_told, _worked) = (now, worked);
    }

    /// <summary>The straight line through the samples of the last two thirds: by then everything that is kept once is there.</summary>
    public string Conclude()
    {
        var late = _samples.Where(sample => sample.At >= _samples[^1].At / 3).ToList();
        double middle = late.Average(sample => sample.At.TotalHours);
        double mean = late.Average(sample => (double)sample.Mebibytes);
        double slope = late.Sum(sample => (sample.At.TotalHours - middle) * (sample.Mebibytes - mean)) / late.Sum(sample => Math.Pow(sample.At.TotalHours - middle, 2));
        string faults = string.Join("; ", pages.Select(page => page.Fault).Concat(streams.Select(stream => stream.Fault)).Where(fault => fault.Length > 0).Distinct().Take(3));
        return string.Create(CultureInfo.InvariantCulture,
            $"Last two thirds: {mean:N0} MiB on average, {late.Min(sample => sample.Mebibytes):N0} to {late.Max(sample => sample.Mebibytes):N0}, {slope:+0.0;-0.0;0.0} MiB an hour; {pages.Sum(page => page.Drawn):N0} batches drawn, {streams.Sum(stream => stream.Told):N0} alerts told; {(IsWhole ? "nobody lost anything" : $"lost: {faults}")}.");
    }
}
