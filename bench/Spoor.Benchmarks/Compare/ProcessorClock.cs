using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>Processor time of this process, and of the servers it asks.</summary>
internal sealed class ProcessorClock(int[] servers)
{
    /// <summary>Numbers of processes, separated by blanks; their children count, too.</summary>
    private const string Variable = "SPOOR_SERVERS";

    // What Linux counts in, everywhere.
    private const double TicksPerSecond = 100;

    public static ProcessorClock FromEnvironment() =>
        new([.. (Environment.GetEnvironmentVariable(Variable) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Number(text))]);

    public TimeSpan Now() => Environment.CpuUsage.TotalTime + (servers.Length == 0 ? TimeSpan.Zero : OfServers());

    private TimeSpan OfServers()
    {
        var all = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => Of(name!)).OfType<Running>().ToList();
        HashSet<int> asked = [.. servers];
        while (all.Where(one => asked.Contains(one.Parent)).Aggregate(false, (grew, one) => asked.Add(one.Number) || grew))
        {
            // Until no process has a child that is not known.
        }

        return TimeSpan.FromSeconds(all.Where(one => asked.Contains(one.Number)).Sum(one => one.Ticks) / TicksPerSecond);
    }

    private static Running? Of(string process)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{process}/stat");
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new(Number(process), Number(fields[1]), Number(fields[11]) + (long)Number(fields[12]));
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Running(int Number, int Parent, long Ticks);
}
