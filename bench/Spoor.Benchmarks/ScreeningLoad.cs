using System.Diagnostics;
using System.Globalization;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Benchmarks;

/// <summary>Screenings a second over a book of made-up labels and transfers with hubs, from as many threads as there are cores.</summary>
/// <remarks>
/// Addresses are drawn uniformly from those that moved something. Each answer is written as JSON, too, as a server would. A latency is that of one screening with its writing, without any wait before it.
/// </remarks>
internal static class ScreeningLoad
{
    /// <param name="arguments">Transfers and labels and screenings; 5,000,000, 1,000,000 and 60,000 unless said.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        int transfers = arguments.NumberAt(0, 5_000_000);
        int labels = arguments.NumberAt(1, 1_000_000);
        int screenings = arguments.NumberAt(2, 60_000);
        var clock = TimeProvider.System;
        long started = clock.GetTimestamp();
        TokenList tokens = new([new(SyntheticChain.Token, "SEED", 18, "Seed")]);
        ScreeningGround ground = new(PriceBook.Empty, tokens);
        HashSet<Address> seen = [];
        foreach (var transfer in MadeUpMarket.Transfers(transfers, SyntheticChain.Token))
        {
            ground.Add(transfer);
            seen.Add(transfer.To!.Value);
        }

        List<Address> known = [.. seen];
        seen = [];
        var book = ScreeningBook.Build(ground, new(MadeUpMarket.LabelsOf(known, labels)), SourceLineage.Empty, tokens, ScreeningRules.Builtin);
        GC.Collect();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{transfers:N0} transfers, {known.Count:N0} addresses, {labels:N0} labels: built in {clock.GetElapsedTime(started).TotalSeconds:0} s, {GC.GetTotalMemory(true) >> 20:N0} MB held, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB"));
        Measure(book, known, screenings / 10, Environment.ProcessorCount, clock);
        for (int hub = 0; hub < 4; hub++)
        {
            long begun = clock.GetTimestamp();
            var screening = book.Screen(MadeUpMarket.HubOf(hub), SyntheticChain.Chain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"hub {hub}: {screening.Received.Payments + screening.Sent.Payments:N0} payments, {clock.GetElapsedTime(begun).TotalMilliseconds:0.0} ms, {(screening.IsComplete ? "complete" : "not complete")}"));
        }

        for (int threads = 1; threads <= Environment.ProcessorCount; threads++)
        {
            Console.WriteLine(Measure(book, known, screenings, threads, clock));
        }

        return 0;
    }

    private static string Measure(ScreeningBook book, List<Address> known, int screenings, int threads, TimeProvider clock)
    {
        double[] took = new double[screenings];
        long incomplete = 0;
        long exposures = 0;
        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        long started = clock.GetTimestamp();
        Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads }, thread =>
        {
            var random = new Random(thread);
            using var bytes = new MemoryStream();
            for (int i = thread; i < screenings; i += threads)
            {
                long begun = clock.GetTimestamp();
                var screening = book.Screen(known[random.Next(known.Count)], SyntheticChain.Chain);
                bytes.SetLength(0);
                ScreeningJson.Write(book, [(screening, null)], bytes);
                took[i] = clock.GetElapsedTime(begun).TotalMilliseconds;
                Interlocked.Add(ref incomplete, screening.IsComplete ? 0 : 1);
                Interlocked.Add(ref exposures, screening.Exposures.Count);
            }
        });
        var whole = clock.GetElapsedTime(started);
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        Array.Sort(took);
        return string.Create(CultureInfo.InvariantCulture,
            $"{threads} threads: {screenings / whole.TotalSeconds:N0} screenings/s, {busy.TotalMilliseconds / screenings:0.000} ms of processor each ({busy / whole:0.0} of its cores at work), p50 {At(0.5):0.000} ms, p99 {At(0.99):0.00} ms, p99.9 {At(0.999):0.00} ms, max {took[^1]:0.0} ms; {100.0 * incomplete / screenings:0.0} % not complete, {(double)exposures / screenings:0.0} exposures each");

        double At(double share) => took[(int)Math.Min(took.Length - 1, Math.Ceiling(share * took.Length) - 1)];
    }
}
