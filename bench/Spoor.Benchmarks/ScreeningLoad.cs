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
/// Addresses are drawn uniformly from those that moved something; a fifth of all payments goes to or comes from ten hubs, of which every second has a label,
/// so that most ways meet one. Each answer is written as JSON, too, as a server would. A latency is that of one screening with its writing, without any wait before it.
/// </remarks>
internal static class ScreeningLoad
{
    private const int Addresses = 2_000_000;
    private const int Hubs = 10;
    private const int HubEvery = 5;

    private static readonly string[] Categories = ["exchange", "gambling", "mixer", "heist", "phishing", "sanction", "bridge", "service"];

    /// <param name="arguments">Transfers and labels and screenings; 5,000,000, 1,000,000 and 60,000 unless said.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        int transfers = Number(arguments, 0, 5_000_000);
        int labels = Number(arguments, 1, 1_000_000);
        int screenings = Number(arguments, 2, 60_000);
        var clock = TimeProvider.System;
        long started = clock.GetTimestamp();
        SyntheticChain chain = new(transfers, Math.Min(Addresses, transfers / 2), 1);
        TokenList tokens = new([new(SyntheticChain.Token, "SEED", 18, "Seed")]);
        ScreeningGround ground = new(PriceBook.Empty, tokens);
        HashSet<Address> seen = [];
        foreach (var transfer in WithHubs(chain.All()))
        {
            ground.Add(transfer);
            seen.Add(transfer.To!.Value);
        }

        List<Address> known = [.. seen];
        seen = [];
        var book = ScreeningBook.Build(ground, new(LabelsOf(known, labels)), SourceLineage.Empty, tokens, ScreeningRules.Builtin);
        GC.Collect();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{transfers:N0} transfers, {known.Count:N0} addresses, {labels:N0} labels: built in {clock.GetElapsedTime(started).TotalSeconds:0} s, {GC.GetTotalMemory(true) >> 20:N0} MB held, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB"));
        Measure(book, known, screenings / 10, Environment.ProcessorCount, clock);
        for (int hub = 0; hub < 4; hub++)
        {
            long begun = clock.GetTimestamp();
            var screening = book.Screen(HubOf(hub), SyntheticChain.Chain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"hub {hub}: {screening.Received.Payments + screening.Sent.Payments:N0} payments, {clock.GetElapsedTime(begun).TotalMilliseconds:0.0} ms, {(screening.IsComplete ? "complete" : "not complete")}"));
        }

        for (int threads = 1; threads <= Environment.ProcessorCount; threads++)
        {
            Console.WriteLine(Measure(book, known, screenings, threads, clock));
        }

        return 0;
    }

    private static IEnumerable<Transfer> WithHubs(IEnumerable<Transfer> transfers)
    {
        int number = 0;
        foreach (var transfer in transfers)
        {
            var (turn, rest) = int.DivRem(number++, HubEvery);
            var hub = HubOf(turn / 2 % Hubs);
            yield return rest != 0 ? transfer : turn % 2 == 0 ? transfer with { To = hub } : transfer with { From = hub };
        }
    }

    private static Address HubOf(int hub)
    {
        byte[] bytes = new byte[20];
        bytes[0] = 0xb0;
        bytes[19] = (byte)hub;
        return new(AddressKind.Account20, bytes);
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

    // Of addresses that moved something every tenth is known; the other labels are of addresses that did not.
    private static IEnumerable<Label> LabelsOf(List<Address> known, int count)
    {
        var random = new Random(2);
        byte[] bytes = new byte[20];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            var address = i < Hubs && i % 2 == 0 ? HubOf(i) : i % 5 == 0 ? known[random.Next(known.Count)] : new Address(AddressKind.Account20, bytes);
            yield return new()
            {
                Subject = new LabelSubject.OfAddress(null, address),
                Name = string.Create(CultureInfo.InvariantCulture, $"Known {i % 1000}"),
                Category = Categories[i % 97 % Categories.Length],
                Source = "bench",
                Learned = new(2023, 9, 12),
            };
        }
    }

    private static int Number(IReadOnlyList<string> arguments, int place, int usual) =>
        arguments.Count > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : usual;
}
