using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Follows stolen value through a store's transfers.</summary>
/// <remarks>
/// The algorithm lives in <see cref="TraceRun"/> and is the same for every store. Where reads are at hand it runs once;
/// where they are answered in batches it runs, collects the addresses it lacked, reads them in one call and starts
/// over with what it has, until it lacks nothing: as many reads as there are hops, each history read once.
/// </remarks>
public static class Tracer
{
    /// <summary>Traces over transfers that are at hand.</summary>
    public static Trace Run(IInstantTransfers transfers, TraceRequest request, CancellationToken cancellation = default)
    {
        var histories = new InstantHistories(transfers, request);
        var transactions = new Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>>();
        foreach (var claim in request.Claims.OfType<TheftClaim.ByTransaction>())
        {
            transactions[(claim.Chain, claim.Tx)] = transfers.TransactionOf(claim.Chain, claim.Tx);
        }

        return new TraceRun(request, histories, ClaimedThefts.Resolve(request, histories, transactions)).Execute(cancellation);
    }

    /// <summary>Traces over any store.</summary>
    public static Task<Trace> RunAsync(
        ITransferStore store, TraceRequest request, IProgress<TraceProgress>? progress, CancellationToken cancellation) =>
        AtHand.RunAsync(
            store, transfers => Run(transfers, request, cancellation), () => FetchAsync(store, request, progress, cancellation), cancellation);

    private static async Task<Trace> FetchAsync(
        ITransferStore store, TraceRequest request, IProgress<TraceProgress>? progress, CancellationToken cancellation)
    {
        var histories = new FetchedHistories(store, request);
        var transactions = new Dictionary<(ChainId, TxHash), IReadOnlyList<Transfer>>();
        foreach (var claim in request.Claims.OfType<TheftClaim.ByTransaction>())
        {
            transactions[(claim.Chain, claim.Tx)] = await store.TransactionsAsync(claim.Chain, [claim.Tx], cancellation);
        }

        for (int round = 1; ; round++)
        {
            var trace = new TraceRun(request, histories, ClaimedThefts.Resolve(request, histories, transactions)).Execute(cancellation);
            progress?.Report(new(round, trace.Holdings.Count, trace.Transfers.Count, histories.Wanted));
            if (histories.Wanted == 0)
            {
                return trace;
            }

            await histories.FetchAsync(cancellation);
        }
    }
}

/// <summary>How far a trace has come.</summary>
/// <param name="Round">Reads of the store so far, one per hop.</param>
/// <param name="Holdings">Holdings reached.</param>
/// <param name="Transfers">Tainted transfers found.</param>
/// <param name="Wanted">Addresses and outputs still to be read; 0 at the end.</param>
public readonly record struct TraceProgress(int Round, int Holdings, int Transfers, int Wanted);
