using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Ranks the addresses around a theft by local push (docs/methods/appr.md, docs/methods/ttr.md).</summary>
public static class Ranker
{
    /// <summary>Ranks over transfers that are at hand.</summary>
    public static RankedList Run(IInstantTransfers transfers, RankingRequest request, CancellationToken cancellation = default) =>
        new RankingRun(request, new InstantRankingHistories(transfers, request)).Execute(cancellation);

    /// <summary>Ranks over any store, which is read in batches; the answer is that of the same transfers at hand.</summary>
    public static Task<RankedList> RunAsync(
        ITransferStore store, RankingRequest request, IProgress<RankingProgress>? progress, CancellationToken cancellation) =>
        AtHand.RunAsync(
            store, transfers => Run(transfers, request, cancellation), () => FetchAsync(store, request, progress, cancellation), cancellation);

    private static async Task<RankedList> FetchAsync(
        ITransferStore store, RankingRequest request, IProgress<RankingProgress>? progress, CancellationToken cancellation)
    {
        var histories = new FetchedRankingHistories(store, request);
        var run = new RankingRun(request, histories);
        for (int round = 1; ; round++)
        {
            var ranking = run.Execute(cancellation);
            progress?.Report(new(round, ranking.Addresses.Count, histories.Wanted));
            if (histories.Wanted == 0)
            {
                return ranking;
            }

            await histories.FetchAsync(cancellation);
        }
    }
}

/// <summary>How far a ranking has come.</summary>
/// <param name="Round">Reads of the store so far.</param>
/// <param name="Addresses">Addresses with a score.</param>
/// <param name="Wanted">Addresses still to be read; 0 at the end.</param>
public readonly record struct RankingProgress(int Round, int Addresses, int Wanted);
