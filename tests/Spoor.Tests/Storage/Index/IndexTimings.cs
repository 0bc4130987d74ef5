using System.Diagnostics;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.Index;

/// <summary>How long a trace takes through an index; run by hand, on a store that is named.</summary>
public sealed class IndexTimings
{
    private const string FolderVariable = "SPOOR_INDEX_STORE";
    private const string TheftVariable = "SPOOR_INDEX_THEFT";

    [Fact(Explicit = true)]
    public async Task A_trace_of_twenty_hops()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        string? theft = Environment.GetEnvironmentVariable(TheftVariable);
        Assert.SkipWhen(folder is null || theft is null, $"runs by hand, with {FolderVariable} and {TheftVariable} set");
        var cancellation = TestContext.Current.CancellationToken;
        var ethereum = ChainId.Parse("eip155:1");
        var request = new TraceRequest { Rule = TaintRule.Haircut, Claims = [new TheftClaim.ByTransaction(ethereum, TxHash.Parse(theft!))] };
        using var store = DuckDbTransferStore.Open(DataFolder.At(folder!));
        var clock = Stopwatch.StartNew();
        var transfers = await store.AtHandAsync(cancellation);
        Assert.NotNull(transfers);
        Say("open", clock);
        for (int round = 0; round < 12; round++)
        {
            clock.Restart();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var trace = Tracer.Run(transfers, request, cancellation);
            Say(FormattableString.Invariant($"trace {round}: {trace.Holdings.Count} holdings, {trace.Transfers.Count} transfers, {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds:F0} ms of a core"), clock);
            Address[] frontier = [.. trace.Holdings.Select(holding => holding.Address).OfType<Address>().Take(1_000)];
            clock.Restart();
            int found = frontier.Sum(address => transfers.ActivityOf(ethereum, address) is { } activity && activity.Counterparties < 1_000 ? transfers.TransfersOf(ethereum, address).Count : 0);
            Say($"frontier {round}: {frontier.Length} addresses, {found} transfers", clock);
            clock.Restart();
            foreach (var address in frontier)
            {
                transfers.ActivityOf(ethereum, address);
            }

            Say($"activity {round}: {frontier.Length} addresses", clock);
        }

        Say($"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most", clock);

        static void Say(string what, Stopwatch clock) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalMilliseconds,10:F2} ms  {what}"));
    }
}
