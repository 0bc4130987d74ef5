using System.Diagnostics;
using System.Globalization;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Growth;

/// <summary>What a trace of twenty hops and a frontier of a thousand addresses cost through the index of one store: <c>bench/growth/run.sh</c>.</summary>
/// <remarks>
/// Cold is with nothing of the index in memory, in a process that has traced before; the time of a new process is the shell's to take. Other work
/// on the machine makes elapsed time longer, so that processor time stands beside it.
/// </remarks>
internal static class IndexTrace
{
    private const string Usage = "growth STORE THEFT ROUNDS     one line of JSON: times of a trace cold and warm, and of a frontier";
    private const int FrontierSize = 1_000;
    private const int ColdRounds = 3;

    private static readonly ChainId Chain = ChainId.Parse("eip155:1");

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        if (args is not [var folder, var theft, var rounds])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var data = DataFolder.At(folder);
        var request = new TraceRequest { Rule = TaintRule.Haircut, Claims = [new TheftClaim.ByTransaction(Chain, TxHash.Parse(theft))] };
        var warm = new Timings();
        var frontier = new Timings();
        var cold = new Timings();
        Tracing.Trace trace;
        using (var store = DuckDbTransferStore.Open(data))
        {
            var transfers = await OfAsync(store, cancellation);
            trace = Tracer.Run(transfers, request, cancellation);
            for (int round = 0; round < int.Parse(rounds, CultureInfo.InvariantCulture); round++)
            {
                warm.Take(() => Tracer.Run(transfers, request, cancellation).Transfers.Count);
            }

            Address[] asked = [.. trace.Holdings.Select(holding => holding.Address).OfType<Address>()
                .Where(address => transfers.ActivityOf(Chain, address)?.Counterparties < FrontierSize).Take(FrontierSize)];
            for (int round = 0; round < int.Parse(rounds, CultureInfo.InvariantCulture) * 10; round++)
            {
                frontier.Take(() => asked.Sum(address => (long)transfers.TransfersOf(Chain, address).Count));
            }
        }

        for (int round = 0; round < ColdRounds; round++)
        {
            PageCache.Forget(Path.Combine(folder, "spoor.index"));
            using var store = DuckDbTransferStore.Open(data);
            var transfers = await OfAsync(store, cancellation);
            cold.Take(() => Tracer.Run(transfers, request, cancellation).Transfers.Count);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"holdings\":{trace.Holdings.Count},\"tainted\":{trace.Transfers.Count},\"warm\":{warm},\"cold\":{cold},\"frontier\":{frontier},\"rss_mib\":{Process.GetCurrentProcess().PeakWorkingSet64 >> 20}}}"));
        return 0;
    }

    private static async Task<IInstantTransfers> OfAsync(DuckDbTransferStore store, CancellationToken cancellation) =>
        await store.AtHandAsync(cancellation) ?? throw new InvalidOperationException("The store has no index: spoor index build.");
}
